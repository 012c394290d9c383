/** The holdfast: an anchor's loop on sea green. */
export function Logo() {
  return (
    <svg className="logo" width="28" height="28" viewBox="0 0 28 28" aria-hidden="true">
      <rect width="28" height="28" rx="8" fill="#0e5a53" />
      <path
        d="M9 6.5v9a5 5 0 0 0 10 0v-9M6 11.6h16"
        fill="none"
        stroke="#fff"
        strokeWidth="2.6"
        strokeLinecap="round"
      />
      <circle cx="14" cy="21.2" r="1.6" fill="#f0bd62" />
    </svg>
  );
}
