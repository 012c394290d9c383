/**
 * Put in front of a content script: marks in the page's timeline each frame after which the face of one of its badges
 * is another. A page cannot see into closed roots, and the product has no back door for tests.
 */
export const faceShim = `{
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (options) {
  const root = attach.call(this, options);
  const look = () => {
    if (!this.dataset.holdfast?.includes('badge')) return;
    const { className = '' } = root.querySelector('button') ?? {};
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => performance.mark('face', { detail: className });
      port2.postMessage('painted');
    });
  };
  new MutationObserver(look).observe(root, { childList: true, subtree: true, attributes: true, characterData: true });
  return root;
};
}
`;
