import type { RecoveryTemplateKey, Template } from '@/lib/core/template-pack';

/** The six steps of a recovery in English. What happened and why is for the user to say: nobody else knows. */
export const recoveryInEnglish: Readonly<Record<RecoveryTemplateKey, Template>> = {
  'holding-note': {
    name: 'Holding note',
    subject: 'Your message has reached me',
    text: `Hi {{firstName|there}}, I have read your message, and I am taking it seriously.
You will hear from me {{nextOn|on the next working day}}, once I know what happened.`,
  },
  'ask-manager': {
    name: 'To the manager: please take the lead',
    subject: '{{company|A customer}} needs you',
    text: `Hi {{manager}},

We have let {{name}} down, and this one should be led by you.

What happened: {{happened}}

May I name you to them as the person in charge? I will prepare everything, and write to them once you agree.`,
  },
  apology: {
    name: 'Apology after a mistake',
    subject: 'I am sorry',
    text: `Hi {{firstName|there}},

I am sorry for what happened: {{happened}}. It cost you time and trust, and you had every right to expect better from us.

This is how it came about: {{explanation}}. The mistake was ours, and I take responsibility for it.

I will put it right by {{remedyOn}}. So that it does not happen to you again, this is what we change: {{prevention}}.

Before I decide anything for you: how would you like us to handle this?

I hope you can forgive us.

Kind regards,
{{ownName|}}`,
  },
  'apology-promise': {
    name: 'Apology for a broken promise',
    subject: 'I did not keep my word',
    text: `Hi {{firstName|there}},

I promised you {{promiseAbout}}, and I did not keep my word. I am sorry. You had planned with it, and that was right.

This is how it came about: {{explanation}}. It was my promise, so the responsibility is mine.

You will have it by {{remedyOn}}. So that you can rely on my word again, this is what I change: {{prevention}}.

If another way would help you more, tell me, and I will do it that way.

I hope you can forgive me.

Kind regards,
{{ownName|}}`,
  },
  escalation: {
    name: 'After a second failure',
    subject: 'A second time',
    text: `Hi {{firstName|there}},

This is the second time within a short while that we have let you down: {{happened}}. One more apology is not what you need from me.

{{manager}} now leads this in person and will call you {{nextOn|on the next working day}}. You can also write to {{manager}} directly; I stay at your side in everything else.

Before that call we will find out why it could happen twice, and tell you what we found. What we put right, and by which day, is agreed with you in that call.

Kind regards,
{{ownName|}}`,
  },
  'ask-how': {
    name: 'How would you like us to handle this?',
    subject: 'How would you like us to handle this?',
    text: `Hi {{firstName|there}},

Before we decide anything on our side: how would you like us to handle this? What can we do to make you happy?

Please tell me in your own words. If it is easier for you by phone, name a time, and I will call.

Kind regards,
{{ownName|}}`,
  },
  plan: {
    name: 'What we agreed',
    subject: 'What we agreed',
    text: `Hi {{firstName|there}},

Thank you for telling me what would help. This is how I understood it, and what we will do: {{agreed}}.

Did I get that right? If something is missing, tell me, and I will add it.

Kind regards,
{{ownName|}}`,
  },
  'remedy-promise': {
    name: 'Who puts it right, and by when',
    subject: 'Who puts it right, and by when',
    text: `Hi {{firstName|there}},

This is what we do: {{promiseAbout}}. It will be done by {{promisedOn}}, and {{owner|I}} will see to it.

You will hear from me once on the way, and again when it is done.

Kind regards,
{{ownName|}}`,
  },
  'remedy-again': {
    name: 'Not right yet: what we do now',
    subject: 'What we do now',
    text: `Hi {{firstName|there}},

Thank you for telling me that it is not right yet. I am sorry that you had to.

This is what we do now: {{promiseAbout}}. It will be done by {{promisedOn}}, and {{owner|I}} will see to it.

I will ask you again afterwards, and it is done only when you say so.

Kind regards,
{{ownName|}}`,
  },
  'status-note': {
    name: 'How far it is',
    subject: 'How far it is',
    text: `Hi {{firstName|there}},

A short word on how far it is: {{progress}}.

The day I named stands: {{promisedOn}}. You will hear from me when it is done.

Kind regards,
{{ownName|}}`,
  },
  fixed: {
    name: 'It is put right',
    subject: 'It is put right',
    text: `Hi {{firstName|there}},

It is done: {{given}}.

Please have a look when it suits you. I will ask in a few days whether everything is as you want it.

Kind regards,
{{ownName|}}`,
  },
  extra: {
    name: 'Something extra',
    subject: 'Something for you',
    text: `Hi {{firstName|there}},

You had trouble with us that you should not have had. Here is a thank-you for your patience: {{extra}}. There is nothing you need to do for it.

Kind regards,
{{ownName|}}`,
  },
  check: {
    name: 'Is everything OK now?',
    subject: 'Is everything OK now?',
    text: `Hi {{firstName|there}},

Is everything OK now?

If anything is still not as it should be, however small, tell me, and I will take it up again.

Kind regards,
{{ownName|}}`,
  },
  'repeat-business': {
    name: 'Shall we go on together?',
    subject: 'What comes next for you?',
    text: `Hi {{firstName|there}},

I am glad that all is well again, and thank you for staying with us while we put it right.

Is there something coming up where we could be of use? If so, I would like to hear about it. If not, that is fine too; I am here whenever you need me.

Kind regards,
{{ownName|}}`,
  },
  'case-closed': {
    name: 'Thank you for your patience',
    subject: 'Thank you',
    text: `Hi {{firstName|there}},

From our side this is now settled. Thank you for telling us what was wrong; it made us better at our work.

If anything comes up again, write to me, and I will take care of it.

Kind regards,
{{ownName|}}`,
  },
};
