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

type Props = PropsWithChildren<{
  /** Which of the buttons comes first. */
  from?: 'start' | 'end'
}>

/** Buttons side by side, also when they come as one fragment. */
export function ButtonRow({ children, from = 'start' }: Props) {
  const buttons = arranged('buttons', Children.toArray(opened(children)))
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {from === 'start' ? buttons : buttons.toReversed()}
    </SpaceBetween>
  )
}
