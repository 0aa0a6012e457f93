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

/** An unknown colour leaves the field empty. */
export const readColor = (text: string | null) =>
  colors.find(({ value }) => value === text?.replace('#', '').toLowerCase())?.value ?? ''
