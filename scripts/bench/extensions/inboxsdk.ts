import { load } from '@inboxsdk/core';

declare const APP_ID: string;

/** InboxSDK as its own guide begins: one handler for rows of lists, one label for each of them. */
void load(2, APP_ID).then((sdk) =>
  sdk.Lists.registerThreadRowViewHandler((row) => {
    row.addLabel({ title: '3 d', foregroundColor: '#a5301b', backgroundColor: '#fde7e1' });
  }),
);
