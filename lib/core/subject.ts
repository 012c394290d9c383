/** What a subject line gives away. Only its beginning counts: "Re: Out of office" is a person's answer. */

const automatic = `automatic reply|auto reply|auto-reply|autoreply|auto:|auto response|out of office|out of the office|out-of-office|ooo:
  undeliverable:|undelivered mail|delivery status notification|mail delivery failed|returned mail:
  automatische antwort|abwesenheitsnotiz|abwesenheitsmeldung|abwesenheitsassistent|automatische abwesenheit|abwesend:|unzustellbar:
  réponse automatique|message d'absence|absence du bureau|respuesta automática|fuera de la oficina|ausencia de la oficina
  risposta automatica|fuori ufficio|fuori sede|automatisch antwoord|afwezigheidsmelding|niet aanwezig:|resposta automática|fora do escritório
  autosvar|automatiskt svar|automatisk svar|fraværsassistent|automaattinen vastaus|poissaoloviesti|odpowiedź automatyczna
  automatyczna odpowiedź|autoodpowiedź|automatická odpověď|automatikus válasz|răspuns automat|otomatik yanıt|otomatik cevap
  автоответ|автоматический ответ|автоматична відповідь|автовідповідь|автоматичен отговор|αυτόματη απάντηση|מענה אוטומטי|תשובה אוטומטית
  رد تلقائي|自動応答|自動返信|自动答复|自动回复|自動回覆|自動答覆|자동 회신|자동 응답|자동회신`;

const calendar = `invitation:|updated invitation|accepted:|declined:|tentative:|tentatively accepted:|canceled event|cancelled event|canceled:|cancelled:
  new time proposed:|meeting forward notification|event reminder:|notification:
  einladung:|aktualisierte einladung|zugesagt:|angenommen:|abgelehnt:|mit vorbehalt:|abgesagt:|abgesagter termin|termin abgesagt:
  invitation modifiée|accepté:|acceptée:|refusé:|provisoire:|annulé:|événement annulé|invitación:|invitación actualizada|aceptado:|rechazado:
  provisional:|cancelado:|evento cancelado|invito:|invito aggiornato|accettato:|rifiutato:|annullato:|evento annullato|uitnodiging:
  bijgewerkte uitnodiging|geaccepteerd:|geweigerd:|afgewezen:|geannuleerd:|convite:|convite atualizado|aceito:|aceite:|recusado:|evento cancelado
  inbjudan:|accepterat:|accepterad:|avböjd:|invitasjon:|godtatt:|avslått:|godkendt:|afslået:|kutsu:|hyväksytty:|zaproszenie:|zaakceptowano:
  odrzucono:|pozvánka:|přijato:|odmítnuto:|meghívó:|elfogadva:|приглашение:|принято:|отклонено:|запрошення:|davet:|kabul edildi:
  招待:|招待状:|承諾:|辞退:|邀请:|已接受:|邀請:|초대:|수락됨:`;

const automaticStarts = startsOf(automatic);
const calendarStarts = startsOf(calendar);
/** Tags that mail gateways add to everybody's mail. */
const gatewayTags = new Set(
  'external extern externe externo ext spam suspicious caution secure encrypted bulk'.split(' '),
);

function startsOf(table: string): readonly string[] {
  return table.split(/[|\n]/).map(plain);
}

/** Lower case, compatibility forms unified (a full-width colon is a colon), French blank before the colon dropped. */
function plain(subject: string): string {
  return subject.slice(0, 300).normalize('NFKC').toLowerCase().replaceAll('’', "'").trim().replace(/ ?: ?/g, ':');
}

function startsWithOneOf(subject: string | undefined, starts: readonly string[]): boolean {
  if (subject === undefined) return false;
  const text = plain(subject);
  return starts.some((start) => text.startsWith(start));
}

/** Does the subject say that a machine answered? */
export function isAutoReplySubject(subject: string | undefined): boolean {
  return startsWithOneOf(subject, automaticStarts);
}

/** Is it the subject of a calendar's invitation or answer? */
export function isCalendarSubject(subject: string | undefined): boolean {
  return startsWithOneOf(subject, calendarStarts);
}

/** Does the subject carry a mailing list's tag, `[name]`, also after `Re:`? Ticket numbers and gateway marks are none. */
export function hasListTag(subject: string | undefined): boolean {
  const tag = /^(?:\p{L}{1,6}:)*\[([^\][]{2,60})\]/u.exec(plain(subject ?? ''))?.[1];
  return tag !== undefined && !/[\d#]/.test(tag) && !gatewayTags.has(tag);
}
