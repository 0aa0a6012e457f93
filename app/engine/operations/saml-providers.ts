/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_saml.html */
import type { IamOperations } from '../api'
import { iamArn, parseArn } from '../arn'
import { noSuchEntity, serviceError } from '../errors'
import { newId, newUuid } from '../ids'
import type { Call, OperationTable } from '../kernel'
import type { Account, SamlProvider } from '../model'
import { keysOf } from '../records'
import { checkRoom } from './find'
import * as p from './params'
import { constrainIam, given } from './params'
import { putTags, resourceTags, tagsShape } from './tags'
import { tagging } from './tagging'
import { samlValidUntil } from './shapes'
import { withRequest } from './targets'
import { readPem } from './der'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const PROVIDERS_PER_ACCOUNT = 100
const KEYS_PER_PROVIDER = 2

const metadata = { required: true, min: 1000, max: 10_000_000 }
const name = {
  required: true,
  min: 1,
  max: 128,
  pattern: /^[\w._-]+$/,
  shown: '[\\w._-]+',
}
const encryption = { oneOf: ['Required', 'Allowed'] }
const privateKey = { ...p.optionalDocument, max: 16_384 }
const keyId = { min: 22, max: 64, pattern: /^[A-Z0-9]+$/, shown: '[A-Z0-9]+' }

type ByArn = { SAMLProviderArn: string | undefined }

const onProvider = ({ input }: Call<ByArn>) => ({ arn: given(input.SAMLProviderArn) })

const arnOf = (account: Account, name: string | undefined) =>
  iamArn(account.id, `saml-provider/${given(name)}`)

function theProvider({ account, input }: Call<ByArn>): SamlProvider {
  const arn = given(input.SAMLProviderArn)
  if (parseArn(arn)?.service !== 'iam') {
    throw serviceError('InvalidInput', `Invalid ARN: ${arn}`)
  }
  const provider = account.samlProviders[arn]
  if (!provider) throw noSuchEntity(`Manifest not found for arn ${arn}`)
  return provider
}

/** What metadata of an identity provider cannot do without. */
const needed = [
  /<(?:\w+:)?EntityDescriptor\b[^>]*\bentityID\s*=/,
  /<(?:\w+:)?IDPSSODescriptor\b/,
  /<(?:\w+:)?X509Certificate\b/,
  /<\/(?:\w+:)?EntityDescriptor>\s*$/,
]

function checkMetadata(text: string) {
  if (!needed.every((part) => part.test(text))) {
    throw serviceError('InvalidInput', 'Could not parse metadata')
  }
}

function addKey(
  { world, account, now }: Pick<Call<unknown>, 'world' | 'account' | 'now'>,
  provider: SamlProvider,
  text: string
) {
  if (!readPem(text)?.label.endsWith('PRIVATE KEY')) {
    throw serviceError('InvalidInput', 'Invalid private key.')
  }
  const keys = (provider.privateKeys ??= [])
  checkRoom(account, keys.length, 'PrivateKeysPerSAMLProvider', KEYS_PER_PROVIDER)
  keys.push({ id: newUuid(world).replaceAll('-', '').toUpperCase(), created: now })
}

function removeKey(provider: SamlProvider, id: string) {
  const keys = provider.privateKeys ?? []
  if (!keys.some((key) => key.id === id)) {
    throw noSuchEntity(`Private key ${id} cannot be found.`)
  }
  provider.privateKeys = keys.filter((key) => key.id !== id)
}

const providerTags = tagging<ByArn>({ SAMLProviderArn: p.arnText }, onProvider, theProvider)

export const samlProviderOperations = {
  CreateSAMLProvider: {
    check: constrainIam({
      SAMLMetadataDocument: metadata,
      Name: name,
      Tags: p.tags,
      AssertionEncryptionMode: encryption,
      AddPrivateKey: privateKey,
    }),
    secret: ['AddPrivateKey'],
    on: withRequest(({ account, input }) => ({ arn: arnOf(account, input.Name) })),
    run: (call) => {
      const { world, account, input, now } = call
      const text = given(input.SAMLMetadataDocument)
      const arn = arnOf(account, input.Name)
      checkMetadata(text)
      const tags = putTags([], input.Tags, resourceTags)
      const taken = keysOf(account.samlProviders).some(
        (each) => each.toLowerCase() === arn.toLowerCase()
      )
      if (taken) {
        throw serviceError(
          'EntityAlreadyExists',
          `Provider with name ${input.Name} already exists.`
        )
      }
      const count = keysOf(account.samlProviders).length
      checkRoom(account, count, 'SAMLProvidersPerAccount', PROVIDERS_PER_ACCOUNT)
      const provider: SamlProvider = {
        name: given(input.Name),
        created: now,
        metadata: text,
        uuid: newId(world, 'ASPA', account.id),
        tags,
        encryption: input.AssertionEncryptionMode ?? 'Allowed',
      }
      if (input.AddPrivateKey) addKey(call, provider, input.AddPrivateKey)
      account.samlProviders[arn] = provider
      return { SAMLProviderArn: arn, ...(tags.length > 0 ? { Tags: tagsShape(tags) } : {}) }
    },
  },

  GetSAMLProvider: {
    check: constrainIam({ SAMLProviderArn: p.arnText }),
    on: onProvider,
    run: (call) => {
      const provider = theProvider(call)
      return {
        ...(provider.uuid ? { SAMLProviderUUID: provider.uuid } : {}),
        SAMLMetadataDocument: provider.metadata,
        CreateDate: new Date(provider.created),
        ValidUntil: samlValidUntil(provider),
        Tags: tagsShape(provider.tags),
        AssertionEncryptionMode: provider.encryption ?? 'Allowed',
        PrivateKeyList: (provider.privateKeys ?? []).map(({ id, created }) => ({
          KeyId: id,
          Timestamp: new Date(created),
        })),
      }
    },
  },

  UpdateSAMLProvider: {
    check: constrainIam({
      SAMLMetadataDocument: { ...metadata, required: false },
      SAMLProviderArn: p.arnText,
      AssertionEncryptionMode: encryption,
      AddPrivateKey: privateKey,
      RemovePrivateKey: keyId,
    }),
    secret: ['AddPrivateKey'],
    on: onProvider,
    run: (call) => {
      const { input } = call
      const provider = theProvider(call)
      if (input.SAMLMetadataDocument !== undefined) {
        checkMetadata(input.SAMLMetadataDocument)
        provider.metadata = input.SAMLMetadataDocument
      }
      if (input.AssertionEncryptionMode) provider.encryption = input.AssertionEncryptionMode
      if (input.RemovePrivateKey) removeKey(provider, input.RemovePrivateKey)
      if (input.AddPrivateKey) addKey(call, provider, input.AddPrivateKey)
      return { SAMLProviderArn: input.SAMLProviderArn }
    },
  },

  DeleteSAMLProvider: {
    check: constrainIam({ SAMLProviderArn: p.arnText }),
    on: onProvider,
    run: (call) => {
      theProvider(call)
      delete call.account.samlProviders[given(call.input.SAMLProviderArn)]
      return {}
    },
  },

  TagSAMLProvider: providerTags.tag,
  UntagSAMLProvider: providerTags.untag,
  ListSAMLProviderTags: providerTags.list,
} satisfies Partial<OperationTable<IamOperations>>
