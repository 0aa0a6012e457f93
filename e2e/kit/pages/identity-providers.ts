import type { Locator } from '@playwright/test'
import { pb } from '~/lib/path-builder'
import type { Understudy } from '../understudy'
import { ConsolePage } from './console-page'

export class IdentityProvidersPage extends ConsolePage {
  constructor(u: Understudy) {
    super(u, pb.identityProviders())
  }

  async add(): Promise<AddProviderPage> {
    await this.page.getByRole('link', { name: 'Add provider' }).first().click()
    await this.u.idle()
    return new AddProviderPage(this.u)
  }

  async openProvider(name: string): Promise<IdentityProviderPage> {
    return new IdentityProviderPage(this.u, await this.followToArn(name))
  }

  async delete(name: string): Promise<void> {
    await this.deleteRow(
      this.page.getByRole('radio', { name: `Select provider ${name}`, exact: true }),
      'confirm'
    )
  }
}

export class AddProviderPage extends ConsolePage {
  constructor(u: Understudy) {
    super(u, pb.identityProviderCreate())
  }

  get name(): Locator {
    return this.page.getByLabel('Provider name')
  }

  get url(): Locator {
    return this.page.getByLabel('Provider URL')
  }

  get audience(): Locator {
    return this.page.getByLabel('Audience')
  }

  async chooseType(type: 'SAML' | 'OpenID Connect'): Promise<void> {
    await this.page.getByRole('radio', { name: type, exact: true }).check()
  }

  async submit(): Promise<void> {
    await this.send(this.button('Add provider'))
  }

  async addOpenIdConnect({ url, audience }: { url: string; audience: string }) {
    await this.chooseType('OpenID Connect')
    await this.url.fill(url)
    await this.audience.fill(audience)
    await this.submit()
  }

  /** `metadata` is the XML that the provider issued. */
  async addSaml({ name, metadata }: { name: string; metadata: string }) {
    await this.chooseType('SAML')
    await this.name.fill(name)
    const file = { name: 'idp.xml', mimeType: 'text/xml', buffer: Buffer.from(metadata) }
    await this.page.getByRole('button', { name: 'Choose file' }).setInputFiles(file)
    await this.submit()
  }
}

export class IdentityProviderPage extends ConsolePage {
  constructor(u: Understudy, arn: string) {
    super(u, pb.identityProvider(arn))
  }

  /** The SAML provider's XML, as it is shown. */
  get metadata(): Locator {
    return this.page.getByRole('region', { name: 'Metadata document' })
  }

  async addAudience(audience: string): Promise<void> {
    await this.button('Add audience').click()
    const dialog = this.page.getByRole('dialog', { name: 'Add audience' })
    await dialog.getByRole('textbox', { name: 'Audience' }).fill(audience)
    await this.send(this.button('Add audience', dialog))
  }

  async removeAudience(audience: string): Promise<void> {
    await this.send(this.button(`Remove audience ${audience}`))
  }

  async delete(): Promise<void> {
    await this.button('Delete').click()
    await this.confirmDelete('confirm')
  }
}
