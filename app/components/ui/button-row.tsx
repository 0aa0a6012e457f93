import SpaceBetween from '@cloudscape-design/components/space-between'
import { Children, Fragment, isValidElement } from 'react'
import type { PropsWithChildren, ReactNode } from 'react'
import { arranged } from '~/lib/words'

/** React 19 no longer lets Cloudscape look into a fragment, so it is opened here. */
const opened = (children: ReactNode): ReactNode =>
  Children.map(children, (child) =>
    isValidElement<PropsWithChildren>(child) && child.type === Fragment
      ? opened(child.props.children)
      : child
  )

/** Buttons side by side, also when they come as one fragment. */
export const ButtonRow = ({ children }: PropsWithChildren) => (
  <SpaceBetween direction="horizontal" size="xs">
    {arranged('buttons', Children.toArray(opened(children)))}
  </SpaceBetween>
)
