/** The product's sign: one frontend, three backends, each of another shape. */
export function Brand() {
  return (
    <svg
      viewBox="0 0 26 26"
      width={26}
      height={26}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.7}
      strokeLinecap="round"
      aria-hidden
    >
      <path d="M6 13c5 0 5-6.5 11-6.5M6 13h11M6 13c5 0 5 6.5 11 6.5" />
      <circle cx="4.4" cy="13" r="2.3" fill="currentColor" stroke="none" />
      <circle cx="20" cy="6.5" r="2.3" />
      <rect x="17.9" y="10.9" width="4.2" height="4.2" />
      <path d="M20 16.7l2.8 2.8-2.8 2.8-2.8-2.8z" />
    </svg>
  );
}
