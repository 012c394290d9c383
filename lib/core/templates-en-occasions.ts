import type { OccasionTemplateKey, Template } from '@/lib/core/template-pack';

/** Beginnings, renewals, reviews and returns in English. */
export const occasionsInEnglish: Readonly<Record<OccasionTemplateKey, Template>> = {
  'lead-answer': {
    name: 'First answer to a lead',
    subject: '{{lastTopic|Your question}}',
    text: `Hi {{firstName|there}},

Thank you for your message about {{lastTopic|your plans}}. You have reached the right person, and I will look after it myself.

So that my answer fits: what would you like to have solved first, and by when?

I am also happy to call. When would suit you?

Kind regards,
{{ownName|}}`,
  },
  'lead-again': {
    name: 'A lead who has not decided',
    subject: '{{lastTopic|Your plans}}',
    text: `Hi {{firstName|there}},

I sent you an answer about {{lastTopic|your plans}} {{lastContactOn|a while ago}}. Is there a question it left open?

If your plans have changed, a line is enough, and I will not write about it again.

Kind regards,
{{ownName|}}`,
  },
  'referral-lead': {
    name: 'To somebody who was recommended to us',
    subject: '{{referrer}} suggested that we talk',
    text: `Hi {{firstName|there}},

{{referrer}} suggested that we talk, and told me that you are looking for help with {{lastTopic|something we do}}.

May I ask what you have in mind? If we are not the right people for it, I will say so, and name somebody who is.

Kind regards,
{{ownName|}}`,
  },
  'referral-thanks': {
    name: 'Thanks for a referral',
    subject: 'Thank you for recommending us',
    text: `Hi {{firstName|there}},

Thank you for recommending us to {{referred|somebody you know}}. That you put your name to our work means a lot to me.

I will look after them as well as I can, and will let you know how it went.

Kind regards,
{{ownName|}}`,
  },
  'renewal-90': {
    name: 'Renewal, three months ahead',
    subject: 'Our agreement until {{renewalOn}}',
    text: `Hi {{firstName|there}},

Our agreement runs until {{renewalOn}}. That is three months from now, and early enough to talk about what you need next.

What has helped you, what has not, and what should change? I will prepare whatever you would like to decide on.

Kind regards,
{{ownName|}}`,
  },
  'renewal-60': {
    name: 'Renewal, two months ahead',
    subject: 'What should change after {{renewalOn}}?',
    text: `Hi {{firstName|there}},

Our agreement runs until {{renewalOn}}. I would like to send you a proposal that fits the time after it.

Is there something you would like more of, less of, or done differently? Half an hour would be enough; name a day that suits you.

Kind regards,
{{ownName|}}`,
  },
  'renewal-30': {
    name: 'Renewal, one month ahead',
    subject: 'From {{renewalOn}} on',
    text: `Hi {{firstName|there}},

Our agreement runs until {{renewalOn}}. Would you like to go on with us, and is the proposal right as it stands?

If you need more time to decide, tell me, and we will find a way that leaves you no gap.

Kind regards,
{{ownName|}}`,
  },
  'extension-thanks': {
    name: 'Thanks for going on with us',
    subject: 'Thank you for going on with us',
    text: `Hi {{firstName|there}},

Thank you for going on with us. I do not take it for granted.

I will be in touch in a few weeks to see that everything runs as we agreed. Until then I am here whenever you need me.

Kind regards,
{{ownName|}}`,
  },
  'review-agenda': {
    name: 'Quarterly review: agenda',
    subject: 'Our review of the quarter',
    text: `Hi {{firstName|there}},

It is time for our review of the quarter. I suggest this agenda:

1. What {{company|you}} wanted to reach, and where it stands
2. What you got from us this quarter, and what it brought you
3. What did not go well, and what we do about it
4. What comes next, and who does what by when

Which day would suit you? If you would like to add a point, send it to me, and I will prepare it.

Kind regards,
{{ownName|}}`,
  },
  'review-benefit': {
    name: 'Quarterly review: what you got',
    subject: 'What you got from us this quarter',
    text: `Hi {{firstName|there}},

Before our review, here is what you got from us this quarter: {{benefit}}.

Was it worth it to you? Tell me where you see it differently; that is what the review is for.

Kind regards,
{{ownName|}}`,
  },
  'thinking-of-you': {
    name: 'Thinking of you',
    subject: 'Thinking of you',
    text: `Hi {{firstName|there}},

I came across something today that made me think of you and of our work together. I have good memories of it.

How are you, and what are you working on? There is nothing you need to do; I would be glad to hear from you.

Kind regards,
{{ownName|}}`,
  },
  birthday: {
    name: 'Birthday',
    subject: 'Happy birthday',
    text: `Hi {{firstName|there}},

Happy birthday. I wish you good health, and people around you with whom it is a joy to spend the day.

Kind regards,
{{ownName|}}`,
  },
  anniversary: {
    name: 'Anniversary',
    subject: 'A day to say thank you',
    text: `Hi {{firstName|there}},

Today is an anniversary for {{company|you}} and us. Thank you for your trust, in good weeks and in the others.

What has been worth most to you in this time? I would like to do more of it.

Kind regards,
{{ownName|}}`,
  },
  'win-back': {
    name: 'Try again',
    subject: 'May we try again?',
    text: `Hi {{firstName|there}},

Some time ago you decided to go on without us. I respect that, and I have not forgotten why: we were not good enough for you in what mattered.

This is what we have changed since: {{prevention}}.

If you would like to see for yourself, I would be glad of the chance. If you are well where you are, I wish you the best, and will leave it at that.

Kind regards,
{{ownName|}}`,
  },
  introduction: {
    name: 'Introduction to a successor',
    subject: 'Hello from {{ownName|your contact}}',
    text: `Hi {{firstName|there}},

You have taken over from {{predecessor|your predecessor}}, with whom I worked for {{company|your company}}. I wish you a good start.

May I tell you in a quarter of an hour what we have been doing, what is still open, and what was promised to you? After that I would like to hear what you want to do differently.

Which day would suit you?

Kind regards,
{{ownName|}}`,
  },
  'ask-successor': {
    name: 'Who follows?',
    subject: 'Who looks after this now?',
    text: `Hello,

I worked with {{name}} for {{company|your company}}. Who looks after this now? I would like to introduce myself, and to make sure that nothing we promised gets lost.

Kind regards,
{{ownName|}}`,
  },
};
