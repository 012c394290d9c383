import type { PromptTemplateKey, Template } from '@/lib/core/template-pack';

/** The next step of every day in English. */
export const promptsInEnglish: Readonly<Record<PromptTemplateKey, Template>> = {
  'answer-owed': {
    name: 'Answer to their message',
    subject: '{{lastTopic|Your message}}',
    text: `Hi {{firstName|there}},

Thank you for your message about {{lastTopic|this}}, and for waiting for my answer.

{{answer}}

Does that answer your question? If something is open, tell me, and I will see to it.

Kind regards,
{{ownName|}}`,
  },
  'write-back': {
    name: 'Take up what they wrote',
    subject: '{{lastTopic|Your last message}}',
    text: `Hi {{firstName|there}},

I read your message about {{lastTopic|how things are going}} once more, and would like to take it up again. Where does it stand for you now?

If I can do something for it, tell me what would help most.

Kind regards,
{{ownName|}}`,
  },
  'follow-up-own': {
    name: 'After my own mail',
    subject: '{{lastTopic|My last message}}',
    text: `Hi {{firstName|there}},

I wrote to you {{lastContactOn|a while ago}} about {{lastTopic|our plans}}. To make an answer easy for you, here is the one thing I would like to know: {{question}}

A line is enough. If now is not a good moment, name one that suits you, and I will come back then.

Kind regards,
{{ownName|}}`,
  },
  'after-call': {
    name: 'After a call',
    subject: 'Our call',
    text: `Hi {{firstName|there}},

Thank you for your time on the phone {{lastContactOn|the other day}}. What I took from it: {{agreed}}.

Did I get everything? I will go on from there as soon as you say so.

Kind regards,
{{ownName|}}`,
  },
  'after-meeting': {
    name: 'After a meeting',
    subject: 'Our meeting',
    text: `Hi {{firstName|there}},

Thank you for meeting me {{lastContactOn|the other day}}. This is what we agreed, as I understood it: {{agreed}}.

If something is missing, tell me, and I will add it.

Kind regards,
{{ownName|}}`,
  },
  'after-chat': {
    name: 'After a chat',
    subject: 'Our chat',
    text: `Hi {{firstName|there}},

Thank you for the chat {{lastContactOn|the other day}}. I have been thinking about what you said, and wondered how it went on. Is there something I can do?

Kind regards,
{{ownName|}}`,
  },
  'after-colleague': {
    name: 'After a colleague’s answer',
    subject: '{{lastTopic|Your message}}',
    text: `Hi {{firstName|there}},

My colleague has answered your message about {{lastTopic|this}}. I have read it too and am here for whatever is still open.

Did the answer help you on?

Kind regards,
{{ownName|}}`,
  },
  'tried-call': {
    name: 'I tried to call',
    subject: 'When is a good time to call?',
    text: `Hi {{firstName|there}},

I called you and did not reach you. It was about {{lastTopic|how things are going for you}}.

When would a call suit you? A mail is just as good, if you prefer that.

Kind regards,
{{ownName|}}`,
  },
  'tried-mail': {
    name: 'A second mail',
    subject: '{{lastTopic|How are things?}}',
    text: `Hi {{firstName|there}},

I am writing once more in case my last message did not reach you. It was about {{lastTopic|how things are going for you}}.

If somebody else looks after this now, I would be glad of a name.

Kind regards,
{{ownName|}}`,
  },
  'after-bounce': {
    name: 'To their new address',
    subject: '{{lastTopic|My message to you}}',
    text: `Hi {{firstName|there}},

My last message to you came back, so I am trying this address. It was about {{lastTopic|how things are going for you}}.

Is this the right place to reach you from now on?

Kind regards,
{{ownName|}}`,
  },
  planned: {
    name: 'As planned',
    subject: '{{lastTopic|As planned}}',
    text: `Hi {{firstName|there}},

As planned, I am getting in touch today about {{lastTopic|how things are going for you}}. Where does it stand for you?

Kind regards,
{{ownName|}}`,
  },
  'new-date': {
    name: 'A new day for what was planned',
    subject: 'A new day?',
    text: `Hi {{firstName|there}},

I had planned to be in touch {{plannedOn|by now}} and did not manage it. I am sorry about the wait.

Which day would suit you? I will keep it free.

Kind regards,
{{ownName|}}`,
  },
  'first-hello': {
    name: 'First hello',
    subject: 'Hello from {{ownName|your contact}}',
    text: `Hi {{firstName|there}},

I look after {{company|your company}} on our side, and would like to know how things are going for you.

What matters most to you at the moment? I will see what we can do for it.

Kind regards,
{{ownName|}}`,
  },
  'keep-in-touch': {
    name: 'Keep in touch',
    subject: 'How is it going?',
    text: `Hi {{firstName|there}},

How is it going with {{lastTopic|everything}}? If something has come up since we were in touch {{lastContactOn|last}}, I would like to help.

Kind regards,
{{ownName|}}`,
  },
  'how-are-you': {
    name: 'How are you?',
    subject: 'How are you?',
    text: `Hi {{firstName|there}},

We were last in touch {{lastContactOn|some time ago}}, and that it has been so long is on my side. How are you, and how are things at {{company|your company}}?

I am not writing to sell you anything. I would like to know what has changed for you, and whether we are still of use.

Kind regards,
{{ownName|}}`,
  },
  'longer-pause': {
    name: 'How often is right?',
    subject: 'How often is right for you?',
    text: `Hi {{firstName|there}},

I would like to be in touch as often as it is useful to you, and not more. How often would be right?

Until then I am here whenever you need me.

Kind regards,
{{ownName|}}`,
  },
  'at-risk': {
    name: 'Are you happy with us?',
    subject: 'Are you happy with us?',
    text: `Hi {{firstName|there}},

I have the feeling that not everything has gone as you would like lately. I would rather hear it than guess: what should we do differently?

If you prefer to talk, name a time, and I will call.

Kind regards,
{{ownName|}}`,
  },
};
