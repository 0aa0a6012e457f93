import Box from '@cloudscape-design/components/box'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { ReactNode } from 'react'

type Props = { title: string; text?: string; action?: ReactNode }

export const EmptyState = ({ title, text, action }: Props) => (
  <Box margin={{ vertical: 'xs' }} textAlign="center" color="inherit">
    <SpaceBetween size="xxs">
      <strong>{title}</strong>
      {text && <Box color="inherit">{text}</Box>}
      {action}
    </SpaceBetween>
  </Box>
)
