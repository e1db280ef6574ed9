/** The name and sign of the product. */
export function Mark() {
  return (
    <span class="mark">
      <svg viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="8" class="mark-ground" />
        <path d="M8 9.5h16M8 16h10M8 22.5h13" class="mark-text" />
        <path d="M8 12.7h9M12 19.2h9" class="mark-label" />
      </svg>
      labelport
    </span>
  )
}
