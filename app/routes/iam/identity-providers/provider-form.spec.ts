import { describe, expect, test } from 'vitest'
import { blankProvider, problemsOf, type ProviderForm } from './provider-form'

const saml = (change: Partial<ProviderForm> = {}): ProviderForm => ({
  ...blankProvider,
  name: 'Corporate',
  metadata: `<md:EntityDescriptor>${' '.repeat(1000)}</md:EntityDescriptor>`,
  ...change,
})

const oidc = (change: Partial<ProviderForm> = {}): ProviderForm => ({
  ...blankProvider,
  type: 'OpenID Connect',
  url: 'https://token.actions.githubusercontent.com',
  audience: 'sts.amazonaws.com',
  ...change,
})

describe('the form of an identity provider', () => {
  test.each([saml(), oidc(), oidc({ url: 'https://login.example.com/tenant/v2.0' })])(
    'takes what IAM takes',
    (form) => {
      expect(problemsOf(form)).toEqual({})
    }
  )

  test.each([
    [saml({ name: '' }), 'name', 'required'],
    [saml({ name: 'My provider' }), 'name', 'invalid characters'],
    [saml({ name: 'x'.repeat(129) }), 'name', '128'],
    [saml({ metadata: '' }), 'metadata', 'Choose the metadata document'],
    [saml({ metadata: '<EntityDescriptor/>' }), 'metadata', 'between 1,000'],
    [saml({ metadata: 'x'.repeat(2000) }), 'metadata', 'not a SAML metadata document'],
    [oidc({ url: '' }), 'url', 'required'],
    [oidc({ url: 'http://example.com' }), 'url', 'https://'],
    [oidc({ url: 'https://example.com:8443' }), 'url', 'without a port'],
    [oidc({ url: 'https://example.com/?a=1' }), 'url', 'without a port'],
    [oidc({ audience: '' }), 'audience', 'required'],
    [oidc({ audience: 'x'.repeat(256) }), 'audience', '255'],
  ] as const)('%o has a problem with its %s: %s', (form, field, words) => {
    expect(problemsOf(form)).toEqual({ [field]: expect.stringContaining(words) })
  })
})
