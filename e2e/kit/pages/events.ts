import { pb } from '~/lib/path-builder'
import type { Understudy } from '../understudy'
import { ConsolePage } from './console-page'

/** CloudTrail's event history. */
export class EventHistoryPage extends ConsolePage {
  constructor(u: Understudy) {
    super(u, pb.events())
  }
}
