/** Cloudscape's types use the global namespace that React 19's types no longer declare. */
import type { JSX as ReactJSX } from 'react'

declare global {
  /** From package.json, see vite.config.ts. */
  const __APP_VERSION__: string

  namespace JSX {
    type Element = ReactJSX.Element
    type ElementType = ReactJSX.ElementType
    type IntrinsicElements = ReactJSX.IntrinsicElements
  }
}
