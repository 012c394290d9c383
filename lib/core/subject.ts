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

/** Notices of a mail system whose end is the subject of the mail that came back. */
const returnedAbout = `undeliverable:|undelivered:|undeliverable mail:|unzustellbar:|nicht zugestellt:|non remis:|non distribuable:
  no se puede entregar:|no entregado:|non recapitabile:|mancato recapito:|onbestelbaar:|niet bezorgd:|não é possível entregar:|não entregue:
  kunde inte levereras:|går inte att leverera:|kan ikke leveres:|toimittamaton:|niedostarczalne:|nie można dostarczyć:|nedoručitelné:
  kézbesíthetetlen:|teslim edilemedi:|не доставлено:|недоставлено:|не удается доставить:|配信不能:|配信できませんでした:|无法送达:|未传递:|無法傳遞:|배달되지 않음:`;

/** Notices that do not name the mail that came back. */
const returned = `delivery status notification|mail delivery failed|mail delivery failure|mail delivery system|undelivered mail returned to sender
  undeliverable mail|returned mail:|delivery failure|delivery failed|failure notice|message could not be delivered|mail system error
  unzustellbare mail|zustellung fehlgeschlagen|fehler beim zustellen|mail konnte nicht zugestellt werden|échec de la remise|échec de remise
  notification d'état de remise|message non remis|error de entrega|notificación de estado de entrega|correo no entregado
  notifica sullo stato del recapito|mancata consegna|melding van bezorgstatus|bezorging mislukt|notificação do status da entrega|falha na entrega
  leveransmeddelande|leveransen misslyckades|levering mislykkedes|toimitus epäonnistui|powiadomienie o stanie dostarczenia|błąd dostarczania
  oznámení o stavu doručení|kézbesítési hiba|teslim durumu bildirimi|уведомление о состоянии доставки|ошибка доставки
  配信状態通知|配信エラー|系统退信|退信|投递失败|배달 상태 알림`;

/** The mail is only late, and may still arrive. */
const late =
  /\(delay(?:ed)?\)|^delayed:|^delivery delayed|^warning:|^verzögert|^zustellung verzögert|^retardé|^retrasado|^ritardato/;

const aboutStarts = startsOf(returnedAbout);
const returnedStarts = startsOf(returned);
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

/** What the notice of a mail system says of the mail that came back. */
export interface Returned {
  /** The subject of that mail, where the notice repeats it. */
  readonly about?: string;
}

/** Does the subject say that a mail could not be delivered? `undefined`: no, or it is only late. */
export function returnedOf(subject: string | undefined): Returned | undefined {
  const text = plain(subject ?? '');
  if (isLateSubject(subject)) return undefined;
  const start = aboutStarts.find((one) => text.startsWith(one));
  if (start !== undefined) return { about: text.slice(start.length).trim() };
  return returnedStarts.some((one) => text.startsWith(one)) ? {} : undefined;
}

/** Does the subject say that a mail will come later? */
export function isLateSubject(subject: string | undefined): boolean {
  return late.test(plain(subject ?? ''));
}

/** Are both the subject of one mail, apart from `Re:` and its like? */
export function isSameSubject(a: string, b: string): boolean {
  const [one, other] = [a, b].map((subject) => plain(subject).replace(/^(?:\p{L}{1,6}:\s*)+/u, ''));
  return one !== '' && one === other;
}
