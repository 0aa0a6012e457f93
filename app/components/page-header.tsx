import Header from '@cloudscape-design/components/header'
import type { ReactNode } from 'react'

import { ButtonRow } from '~/components/ui/button-row'

type Props = {
  title: string
  description?: ReactNode
  info?: ReactNode
  /** `(3)`, `(1/3)` */
  counter?: string
  /** Buttons, laid out in a row. */
  actions?: ReactNode
}

/** The heading of a page: its one h1. */
export const PageHeader = ({ title, actions, ...rest }: Props) => (
  <Header variant="h1" {...rest} actions={actions && <ButtonRow>{actions}</ButtonRow>}>
    {title}
  </Header>
)
