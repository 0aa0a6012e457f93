import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import Modal from '@cloudscape-design/components/modal'
import RadioGroup from '@cloudscape-design/components/radio-group'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Spinner from '@cloudscape-design/components/spinner'
import type { PasswordPolicy } from '@aws-sdk/client-iam'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { FormPage } from '~/components/form/form-page'
import { PageHeader } from '~/components/page-header'
import { QueryError } from '~/components/query-error'
import { Place } from '~/components/ui/place'
import { PlaceLabel } from '~/components/ui/place-label'
import { passwordPolicyQuery, usePasswordPolicy } from '~/data/account-settings'
import { currentCaller, prefetch, useApiMutation } from '~/data/client'
import { pb } from '~/lib/path-builder'
import { placeButton } from '~/lib/places'
import { word } from '~/lib/words'
import { flash } from '~/stores/flash'
import { CustomPolicyFields } from './custom-policy-fields'
import {
  type PasswordPolicyForm,
  problemsOf,
  toForm,
  toInput,
} from './password-policy-form'

export const clientLoader = () => {
  prefetch(passwordPolicyQuery(currentCaller()))
  return null
}

const TITLE = 'Edit password policy'

export default function PasswordPolicyEditPage() {
  const { data, error, refetch } = usePasswordPolicy()
  if (data !== undefined) return <EditForm policy={data} />
  return (
    <SpaceBetween size="l">
      <PageHeader title={TITLE} />
      {error ? (
        <QueryError error={error} retry={refetch} what="the password policy" />
      ) : (
        <Spinner size="large" />
      )}
    </SpaceBetween>
  )
}

function EditForm({ policy }: { policy: PasswordPolicy | null }) {
  const navigate = useNavigate()
  const [initial] = useState(() => toForm(policy))
  const [form, setForm] = useState(initial)
  const [tried, setTried] = useState(false)
  const [asking, setAsking] = useState(false)
  const save = useApiMutation<void>(
    async ({ iam }) => {
      if (form.kind === 'custom') return iam.updateAccountPasswordPolicy(toInput(form))
      // there is nothing to take away where IAM's own policy holds already
      return policy ? iam.deleteAccountPasswordPolicy() : undefined
    },
    {
      onSuccess: () => {
        flash({ type: 'success', header: 'Password requirements for IAM users updated.' })
        void navigate(pb.accountSettings())
      },
      onSettled: () => setAsking(false),
    }
  )
  const problems = tried ? problemsOf(form) : {}
  const change = (part: Partial<PasswordPolicyForm>) => setForm({ ...form, ...part })
  const submit = () => {
    setTried(true)
    if (Object.keys(problemsOf(form)).length === 0) setAsking(true)
  }
  return (
    <>
      <FormPage
        title={TITLE}
        submitLabel={word('iam.passwordPolicy.submit')}
        place="iam.passwordPolicy.submit"
        cancelPlace="iam.passwordPolicy.cancel"
        cancelHref={pb.accountSettings()}
        onSubmit={submit}
        busy={save.isPending}
        error={save.error}
        errorHeader="Failed to update the password policy."
        dirty={JSON.stringify(form) !== JSON.stringify(initial) && !save.isSuccess}
      >
        <Container header={<Header variant="h2">Password policy</Header>}>
          <Place id="iam.passwordPolicy.kind">
            <RadioGroup
              ariaLabel={word('iam.passwordPolicy.kind')}
              value={form.kind}
              onChange={({ detail }) =>
                change({ kind: detail.value === 'custom' ? 'custom' : 'default' })
              }
              items={[
                {
                  value: 'default',
                  label: <PlaceLabel place="iam.passwordPolicy.kind.default" />,
                  description: 'Apply default password requirements.',
                },
                {
                  value: 'custom',
                  label: <PlaceLabel place="iam.passwordPolicy.kind.custom" />,
                  description: 'Apply customized password requirements.',
                },
              ]}
            />
          </Place>
        </Container>
        {form.kind === 'custom' && (
          <CustomPolicyFields form={form} problems={problems} onChange={change} />
        )}
      </FormPage>
      {asking && (
        <ConfirmPolicy
          kind={form.kind}
          busy={save.isPending}
          onDismiss={() => setAsking(false)}
          onConfirm={() => save.mutate()}
        />
      )}
    </>
  )
}

type ConfirmProps = {
  kind: PasswordPolicyForm['kind']
  busy: boolean
  onDismiss: () => void
  onConfirm: () => void
}

const ConfirmPolicy = ({ kind, busy, onDismiss, onConfirm }: ConfirmProps) => (
  <Modal
    visible
    header={`Set ${kind} password policy?`}
    closeAriaLabel="Close"
    onDismiss={onDismiss}
    footer={
      <Box float="right">
        <SpaceBetween direction="horizontal" size="xs">
          <Button
            variant="link"
            onClick={onDismiss}
            {...placeButton('iam.confirmPasswordPolicy.cancel')}
          >
            {word('iam.confirmPasswordPolicy.cancel')}
          </Button>
          <Button
            variant="primary"
            loading={busy}
            onClick={onConfirm}
            {...placeButton('iam.confirmPasswordPolicy.submit')}
          >
            {word('iam.confirmPasswordPolicy.submit')} {kind}
          </Button>
        </SpaceBetween>
      </Box>
    }
  >
    <Alert type="info">
      Passwords that users have now stay good until they change or expire. The new rules
      hold for the next one.
    </Alert>
  </Modal>
)
