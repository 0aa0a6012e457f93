import { text } from 'node:stream/consumers'
import { pb } from '~/lib/path-builder'
import type { Understudy } from '../understudy'
import { ConsolePage } from './console-page'

export class CredentialReportPage extends ConsolePage {
  constructor(u: Understudy) {
    super(u, pb.credentialReport())
  }

  /** Asks for the report, which may be refused. */
  async request(): Promise<void> {
    await this.send(this.button('Download credential report'))
  }

  /** The file's name, and what is in it. */
  async download(): Promise<{ name: string; csv: string }> {
    const downloading = this.page.waitForEvent('download')
    await this.request()
    const file = await downloading
    return {
      name: file.suggestedFilename(),
      csv: await text(await file.createReadStream()),
    }
  }
}
