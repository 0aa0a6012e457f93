import type { Locator } from '@playwright/test'
import { pb } from '~/lib/path-builder'
import type { Understudy } from '../understudy'
import { ConsolePage } from './console-page'

/** The list of buckets. */
export class BucketsPage extends ConsolePage {
  constructor(u: Understudy) {
    super(u, pb.buckets())
  }

  /** Instead of the list, when it may not be seen. */
  override get error(): Locator {
    return this.page.getByText("You don't have permissions to list buckets")
  }

  async create(name: string): Promise<void> {
    await this.u.goTo(pb.bucketCreate())
    await this.place('s3.createBucket.name').fill(name)
    await this.send(this.place('s3.createBucket.submit'))
  }
}

export class BucketPage extends ConsolePage {
  readonly bucket: string

  constructor(u: Understudy, bucket: string) {
    super(u, pb.bucket(bucket))
    this.bucket = bucket
  }

  /** Puts a text file into the bucket. */
  async upload(name: string, text: string): Promise<void> {
    await this.u.goTo(pb.upload(this.bucket))
    const file = { name, mimeType: 'text/plain', buffer: Buffer.from(text) }
    await this.page.getByRole('button', { name: 'Add files' }).setInputFiles(file)
    await this.place('s3.upload.submit').click()
    await this.page.getByText('Upload succeeded').waitFor()
  }
}

/** S3, as its pages are reached from a test: `s3.open()`, `s3.buckets.row('…')`. */
export class S3 {
  readonly buckets: BucketsPage
  readonly #u: Understudy

  constructor(u: Understudy) {
    this.#u = u
    this.buckets = new BucketsPage(u)
  }

  open(): Promise<BucketsPage> {
    return this.buckets.open()
  }

  bucket(name: string): BucketPage {
    return new BucketPage(this.#u, name)
  }
}
