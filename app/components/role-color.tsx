import type { ReactNode } from 'react'

const isHex = (color: string | undefined): color is string =>
  color !== undefined && /^[0-9a-f]{6}$/i.test(color)

/** Rec. 601 luma: which of black and white is read more easily on a colour. */
function isDark(color: string) {
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) =>
    Number.parseInt(color.slice(at, at + 2), 16)
  )
  return (0.299 * r + 0.587 * g + 0.114 * b) / 255 < 0.5
}

type LabelProps = { color: string | undefined; title?: string; children: ReactNode }

/** A role's name on the colour that was chosen for it. */
export const ColorLabel = ({ color, title, children }: LabelProps) => (
  <span
    className={isHex(color) ? 'u-color-label' : 'u-color-label u-color-label-none'}
    title={title}
    style={
      isHex(color)
        ? { backgroundColor: `#${color}`, color: isDark(color) ? '#ffffff' : '#0f141a' }
        : {}
    }
  >
    {children}
  </span>
)

/** The square before a role of the history and in the colour picker. */
export const ColorSquare = ({ color }: { color: string | undefined }) => (
  <span
    className="u-color-square"
    aria-hidden="true"
    style={isHex(color) ? { backgroundColor: `#${color}` } : {}}
  />
)
