import Button from '@cloudscape-design/components/button'
import Flashbar from '@cloudscape-design/components/flashbar'
import type { FlashbarProps } from '@cloudscape-design/components/flashbar'

import { AppButton } from '~/components/app-link'
import { dismissFlash, useFlashStore } from '~/stores/flash'
import type { Flash } from '~/stores/flash'

const Action = ({ action }: { action: NonNullable<Flash['action']> }) =>
  'href' in action ? (
    <AppButton href={action.href}>{action.label}</AppButton>
  ) : (
    <Button onClick={action.run}>{action.label}</Button>
  )

const toItem = ({
  id,
  type,
  header,
  content,
  action,
}: Flash): FlashbarProps.MessageDefinition => ({
  id,
  type,
  header,
  content,
  loading: type === 'in-progress',
  dismissible: type !== 'in-progress',
  dismissLabel: 'Dismiss message',
  onDismiss: () => dismissFlash(id),
  ...(action ? { action: <Action action={action} /> } : {}),
})

/** The stack of messages above the page. */
export function Flashes() {
  const messages = useFlashStore((state) => state.messages)
  return <Flashbar items={messages.map(toItem)} stackItems={messages.length > 2} />
}
