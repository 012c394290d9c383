/** Stands in the build for WXT's context of a content script: ours ends by `browser.runtime.id` alone. */
export class ContentScriptContext {}
