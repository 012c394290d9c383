/** The holdfast: an anchor's loop on sea green. */
export function Logo() {
  return <img className="logo" src="/icons/holdfast.svg" width="28" height="28" alt="" />;
}
