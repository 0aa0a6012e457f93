/**
 * The colours of the switch-role form and of its links, as hex without `#`.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-console.html
 */
export const colors = [
  { value: 'f2b0a9', label: 'Red' },
  { value: 'fbbf93', label: 'Orange' },
  { value: 'fad791', label: 'Yellow' },
  { value: 'b7ca9d', label: 'Green' },
  { value: '99bce3', label: 'Blue' },
] as const

/** For some time in 2024 the form had other shades, which links still carry. */
const shades: Record<string, string> = {
  fbc8aa: 'fbbf93',
  efda95: 'fad791',
  '83d4e8': '99bce3',
}

/** An unknown colour leaves the field empty. */
export function readColor(text: string | null) {
  const hex = (text ?? '').replace('#', '').toLowerCase()
  return colors.find(({ value }) => value === (shades[hex] ?? hex))?.value ?? ''
}
