import Button from '@cloudscape-design/components/button'

import { placeButton, placeInput } from '~/lib/places'
import { word } from '~/lib/words'
import { Field, SignInForm } from './form'
import type { FormProps } from './form'

type Props = FormProps & { onUser: () => void }

export const RootForm = ({ fields, change, onUser, ...form }: Props) => (
  <SignInForm
    {...form}
    title="Root user sign in"
    action={word('signIn.submit')}
    isComplete={Boolean(fields.email.trim() && fields.password)}
    more={
      <Button fullWidth formAction="none" onClick={onUser} {...placeButton('signIn.user')}>
        Sign in to a different account
      </Button>
    }
  >
    <Field
      label="Root user email address"
      place={placeInput('signIn.email')}
      what="email address"
      type="email"
      value={fields.email}
      placeholder="username@example.com"
      autoComplete="username"
      onChange={(email) => change({ email })}
    />
    <Field
      label="Password"
      what="password"
      type="password"
      value={fields.password}
      autoComplete="current-password"
      onChange={(password) => change({ password })}
    />
  </SignInForm>
)
