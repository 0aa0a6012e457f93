import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'

import type { FormProps } from './form'

type Props = FormProps & { onUser: () => void }

export function RootForm({ fields, change, submit, busy, error, onUser }: Props) {
  const [asked, setAsked] = useState(false)
  const complete = Boolean(fields.email.trim() && fields.password)
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setAsked(true)
        if (complete && !busy) submit()
      }}
    >
      <SpaceBetween size="m">
        <Header variant="h1">Root user sign in</Header>
        {error}
        <FormField
          label="Root user email address"
          errorText={asked && !fields.email.trim() ? 'Enter your email address' : ''}
        >
          <Input
            type="email"
            value={fields.email}
            placeholder="username@example.com"
            autoComplete="username"
            onChange={({ detail }) => change({ email: detail.value })}
          />
        </FormField>
        <FormField
          label="Password"
          errorText={asked && !fields.password ? 'Enter your password' : ''}
        >
          <Input
            type="password"
            value={fields.password}
            autoComplete="current-password"
            onChange={({ detail }) => change({ password: detail.value })}
          />
        </FormField>
        <Button variant="primary" formAction="submit" fullWidth loading={busy}>
          Sign in
        </Button>
        <Button fullWidth formAction="none" onClick={onUser}>
          Sign in to a different account
        </Button>
      </SpaceBetween>
    </form>
  )
}
