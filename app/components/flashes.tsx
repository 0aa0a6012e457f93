import Button from '@cloudscape-design/components/button'
import Flashbar from '@cloudscape-design/components/flashbar'
import type { FlashbarProps } from '@cloudscape-design/components/flashbar'

import { AppButton } from '~/components/app-link'
import { WhyButton } from '~/components/explain/why-button'
import { ButtonRow } from '~/components/ui/button-row'
import { dismissFlash, useFlashStore } from '~/stores/flash'
import type { Flash } from '~/stores/flash'

const ActionButton = ({ action }: { action: NonNullable<Flash['action']> }) =>
  'href' in action ? (
    <AppButton href={action.href}>{action.label}</AppButton>
  ) : (
    <Button onClick={action.run}>{action.label}</Button>
  )

const Action = ({ action, decision }: Pick<Flash, 'action' | 'decision'>) => (
  <ButtonRow>
    {decision && <WhyButton decision={decision} />}
    {action && <ActionButton action={action} />}
  </ButtonRow>
)

const toItem = ({
  id,
  type,
  header,
  content,
  action,
  decision,
}: Flash): FlashbarProps.MessageDefinition => ({
  id,
  type,
  header,
  content,
  loading: type === 'in-progress',
  dismissible: type !== 'in-progress',
  dismissLabel: 'Dismiss message',
  onDismiss: () => dismissFlash(id),
  ...(action || decision
    ? {
        action: (
          <Action {...(action ? { action } : {})} {...(decision ? { decision } : {})} />
        ),
      }
    : {}),
})

/** The stack of messages above the page. */
export function Flashes() {
  const messages = useFlashStore((state) => state.messages)
  return <Flashbar items={messages.map(toItem)} stackItems={messages.length > 2} />
}
