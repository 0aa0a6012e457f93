import Button from '@cloudscape-design/components/button'
import Checkbox from '@cloudscape-design/components/checkbox'
import { useState } from 'react'

import { feature, word } from '~/lib/words'
import { placeButton, placeInput } from '~/lib/places'

import { Field, SignInForm } from './form'
import type { FormProps } from './form'

type Props = FormProps & { onRoot: () => void }

export function UserForm({ fields, change, onRoot, ...form }: Props) {
  const [showPassword, setShowPassword] = useState(false)
  const { account, userName, password } = fields
  return (
    <SignInForm
      {...form}
      title={word('signIn.title')}
      action={word('signIn.submit')}
      isComplete={Boolean(account.trim() && userName.trim() && password)}
      more={
        <Button
          fullWidth
          formAction="none"
          onClick={onRoot}
          {...placeButton('signIn.root')}
        >
          Sign in using root user email
        </Button>
      }
    >
      <Field
        label={word('signIn.account')}
        what="account ID or alias"
        place={placeInput('signIn.account')}
        value={account}
        autoComplete="organization"
        onChange={(value) => change({ account: value })}
      />
      <Field
        label={word('signIn.userName')}
        place={placeInput('signIn.userName')}
        value={userName}
        autoComplete="username"
        onChange={(value) => change({ userName: value })}
      />
      <Field
        label="Password"
        what="password"
        place={placeInput('signIn.password')}
        type={showPassword ? 'text' : 'password'}
        value={password}
        autoComplete="current-password"
        onChange={(value) => change({ password: value })}
      />
      {feature('signIn.showPassword') && (
        <Checkbox
          checked={showPassword}
          {...placeInput('signIn.showPassword')}
          onChange={({ detail }) => setShowPassword(detail.checked)}
        >
          Show Password
        </Checkbox>
      )}
    </SignInForm>
  )
}
