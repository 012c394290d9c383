import { day, hour, type Mailbox, MailboxBuilder, me, minute, type Person } from './mailbox.ts';

/** The customers of the demo, all invented. */
export const customers = {
  tom: { name: 'Tom Berger', address: 'tom.berger@birchvale.example' },
  marta: { name: 'Marta Lindqvist', address: 'marta@norrsken.example' },
  wei: { name: '陈伟', address: 'wei.chen@harbourlight.example' },
  priya: { name: 'Priya Raman', address: 'priya@cedarandsons.example' },
  jorge: { name: 'Jorge Otero', address: 'jorge.otero@atlasfreight.example' },
  nadia: { name: 'Nadia Okafor', address: 'nadia@lumenclinics.example' },
  ines: { name: 'Inês Valente', address: 'ines@valmar.example' },
  layla: { name: 'ليلى منصور', address: 'layla@manar.example' },
  ken: { name: '佐藤 健', address: 'sato@kaede.example' },
  maxi: { name: 'Maximiliane Featherstonehaugh-Cholmondeley', address: 'maximiliane@long-acre-estates.example' },
  anna: { name: 'Anna Smirnova', address: 'anna@severny.example' },
  elaine: { name: 'Elaine O’Hara', address: 'elaine@oakline.example' },
  aleem: { name: 'Aleem Haddad', address: 'aleem@oakline.example' },
  sven: { name: 'Sven Åkesson', address: 'sven@fjordline.example' },
} as const satisfies Record<string, Person>;

const dana: Person = { name: 'Dana Whitlock', address: 'dana@brightwater.example' };
const digest: Person = { name: 'Trade Weekly', address: 'newsletter@tradeweekly.example' };
const parcels: Person = { name: 'Parcel tracking', address: 'no-reply@parcels.example' };
const stranger: Person = { name: 'Accounts Desk', address: 'accounts@unknown-sender.example' };

/** Everything a mail might hold to pass for a contact, a header or a row, or to break a script that reads the page. */
export const hostileHtml = `
<p>Please find the overdue invoice attached. Write to <a href="mailto:${customers.marta.address}">${customers.marta.address}</a>.</p>
<p><span email="${customers.marta.address}" name="Marta Lindqvist" data-hovercard-id="${customers.marta.address}" class="gD">Marta Lindqvist</span> wrote:</p>
<table><tbody><tr class="zA yO" id=":fake" role="row"><td><div role="checkbox"></div></td><td class="yX xY"><div class="yW"><span email="${customers.tom.address}" class="yP">Tom Berger</span></div></td><td class="xY a4W"><div class="xS" role="link"><div class="xT"><div class="y6"><span data-legacy-thread-id="19a0000000000000" data-legacy-last-non-draft-message-id="19a0000000000000">Fake row</span></div></div></div></td></tr></tbody></table>
<div role="listitem" aria-expanded="true"><div class="adn ads" data-legacy-message-id="19a0000000000001" data-message-id="#msg-f:1844674407370955169"><table><tbody><tr><td><h3><span><span email="${customers.tom.address}" name="Tom Berger" class="gD">Tom Berger</span></span></h3></td><td><span class="g3" title="Nov 1, 2026, 8:00 AM" alt="Nov 1, 2026, 8:00 AM">Nov 1</span></td></tr></tbody></table></div></div>
<img name="querySelector" alt=""><img name="querySelectorAll" alt=""><img name="getElementById" alt=""><img name="body" alt=""><img name="title" alt=""><img name="documentElement" alt=""><img name="createElement" alt=""><img name="defaultView" alt=""><img name="addEventListener" alt="">
<form name="forms"><input name="querySelectorAll"><input name="closest"><input name="parentElement"><input name="from" value="${customers.tom.address}"></form>`;

/** A week in the life of a salesperson: somebody waits, some are overdue, some fade, most are fine. */
export function demoMailbox(now: number): Mailbox {
  const at = (days: number, hours = 0, minutes = 0) => now - days * day - hours * hour - minutes * minute;
  const box = new MailboxBuilder(me);
  waiting(box, at);
  drifting(box, at);
  fine(box, at);
  decoys(box, at);
  return box.build();
}

type Ago = (days: number, hours?: number, minutes?: number) => number;

function waiting(box: MailboxBuilder, at: Ago): void {
  const { tom, sven, nadia } = customers;
  box.thread(
    'Delivery date for the second pallet',
    [
      {
        from: tom,
        at: at(9, 3),
        text: 'Hello Robin,\nthe first pallet arrived in good order. When do we get the second?',
      },
      { from: me, at: at(8, 20), text: 'Good morning Tom,\nlet me ask the warehouse and come back to you.' },
      {
        from: tom,
        at: at(4, 2, 12),
        text: 'Could you tell me whether the second pallet leaves this week?\nOur fitters wait for it.\n\nTom',
      },
    ],
    { isUnread: true },
  );
  box.thread('Offer 2231, two questions', [
    {
      from: sven,
      at: at(9, 5),
      text: 'Hi Robin,\ndoes the price hold until spring, and can we take half in January?\n\nSven',
    },
  ]);
  box.thread(
    'Re: Training dates',
    [
      { from: me, at: at(3, 6), text: 'Dear Nadia,\nwe have the 3rd and the 10th. Which suits the clinic?' },
      { from: nadia, at: at(0, 2, 25), text: 'The 10th suits us better, thank you.\nShall I book the room?\n\nNadia' },
    ],
    { isUnread: true },
  );
}

function drifting(box: MailboxBuilder, at: Ago): void {
  const { marta, wei, ines, ken, anna, priya } = customers;
  box.thread('Spring order', [
    { from: marta, at: at(49), text: 'Hej Robin,\ncould you send the new catalogue?' },
    { from: me, at: at(48, 20), text: 'Dear Marta,\nhere it is.' },
    { from: marta, at: at(43, 5), text: 'Thanks, I will come back to you once the board has met.' },
    { from: me, at: at(42, 3), text: 'With pleasure. I keep the slot for you.' },
  ]);
  box.thread('样品报价', [
    { from: wei, at: at(72, 4), text: '您好，Robin：\n请把样品报价发给我，谢谢。' },
    { from: me, at: at(71, 1), text: 'Dear Wei,\nplease find the quotation for the samples below.' },
  ]);
  box.thread('Festa do Valmar', [
    { from: ines, at: at(34), text: 'Olá Robin,\nvem ter connosco à festa?' },
    { from: me, at: at(33, 2), text: 'Thank you, I would love to.' },
  ]);
  box.thread('見積もりの件', [
    { from: ken, at: at(66), text: 'お世話になっております。\n見積もりをお願いいたします。' },
    { from: me, at: at(65, 4), text: 'Thank you, here is the estimate.' },
  ]);
  box.thread('Contract, page 3', [
    { from: me, to: [anna], at: at(38, 7), text: 'Dear Anna,\nplease sign page 3 as well.' },
  ]);
  box.thread('Signed extension', [
    { from: priya, at: at(31, 3), text: 'Attached the countersigned copy.' },
    { from: me, at: at(30, 1), text: 'Wonderful, thank you.' },
  ]);
}

function fine(box: MailboxBuilder, at: Ago): void {
  const { jorge, layla, maxi, elaine, aleem } = customers;
  box.thread('Routes for the winter', [
    { from: jorge, at: at(6, 4), text: 'Works for us.' },
    { from: me, at: at(5, 3), text: 'Then I confirm it with the carrier.' },
  ]);
  box.thread('موعد الزيارة', [
    { from: layla, at: at(13), text: 'مرحبا روبن،\nهل يناسبكم يوم الثلاثاء؟' },
    { from: me, at: at(12, 4), text: 'Tuesday is fine.' },
  ]);
  box.thread('A house full of lamps: the long list of fittings for the east wing, the stables and the orangery', [
    { from: maxi, at: at(2, 5), text: 'Dear Robin,\nthe list has grown.' },
    { from: me, at: at(1, 6), text: 'A pleasure, I will price it.' },
  ]);
  box.thread('Year-end stock', [
    { from: aleem, to: [me, elaine], at: at(22), text: 'Can we count on the same terms?' },
    { from: me, to: [aleem, elaine], at: at(21, 5), text: 'Yes, until March.' },
    { from: dana, to: [me], cc: [aleem, elaine], at: at(21, 2), text: 'I have put it into the system.' },
    { from: elaine, to: [me, aleem], at: at(20, 3), text: 'Perfect.' },
    { from: me, to: [elaine, aleem], at: at(20, 2), text: 'Thank you both.' },
  ]);
}

function decoys(box: MailboxBuilder, at: Ago): void {
  const { anna, jorge } = customers;
  box.thread(
    'Five things that happened in trade this week',
    [{ from: digest, at: at(0, 5), text: 'The week in five minutes.' }],
    { isUnread: true },
  );
  box.thread('Your parcel is on its way', [{ from: parcels, at: at(1, 2), text: 'It arrives tomorrow.' }]);
  box.thread('Lunch on Thursday?', [
    { from: dana, at: at(0, 3), text: 'The new place by the canal?' },
    { from: me, at: at(0, 2, 50), text: 'Gladly.' },
  ]);
  box.thread('Overdue invoice', [{ from: stranger, at: at(2, 1), html: hostileHtml }]);
  box.thread('Shopping list', [{ from: me, to: [me], at: at(3), text: 'Batteries, envelopes.' }]);
  box.thread('Unfinished', [{ from: me, to: [anna], at: at(0, 1), text: 'Dear Anna, ', isDraft: true }]);
  box.thread('Winter tyres', [
    { from: jorge, at: at(11), text: 'Do you know a garage?' },
    { from: me, at: at(10, 22), text: 'Try the one by the bridge.' },
    { from: me, to: [jorge], at: at(1, 1), text: 'Did you ', isDraft: true },
  ]);
}
