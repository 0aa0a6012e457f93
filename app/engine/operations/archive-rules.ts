/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-archive-rules.html */
import type { ArchiveRuleSummary } from '@aws-sdk/client-accessanalyzer'
import { matchesFilter } from '../analyzer/archive'
import type { AccessAnalyzerOperations } from '../api'
import { serviceError } from '../errors'
import type { OperationTable } from '../kernel'
import type { ArchiveRule } from '../model'
import { entryOf, keyOf } from '../records'
import {
  analyzerArn,
  analyzerByArn,
  analyzerName,
  constrain,
  findingsOf,
  onArn,
  onNamed,
  onRule,
  pageOf,
  ruleName,
  theAnalyzer,
  theRule,
} from './analyzer-members'

const shapeOf = ({ name, filter, created, updated }: ArchiveRule): ArchiveRuleSummary => ({
  ruleName: name,
  filter,
  createdAt: new Date(created),
  updatedAt: new Date(updated),
})

/** A rule without criteria would archive everything there is. */
function filterOf({ filter = {} }: { filter?: ArchiveRule['filter'] | undefined }) {
  if (Object.keys(filter).length > 0) return filter
  throw serviceError('ValidationException', 'The filter must have at least one criterion.')
}

export const archiveRuleOperations = {
  CreateArchiveRule: {
    check: constrain({ analyzerName, ruleName }),
    on: onRule,
    run: ({ account, input, now }) => {
      const { analyzerName, ruleName = '' } = input
      const { rules } = theAnalyzer(account, analyzerName)
      const filter = filterOf(input)
      if (entryOf(rules, ruleName)) {
        throw serviceError(
          'ConflictException',
          `Archive rule with name ${ruleName} already exists.`
        )
      }
      if (Object.keys(rules).length >= 100) {
        throw serviceError(
          'ServiceQuotaExceededException',
          'Archive rule quota exceeded. An analyzer can have 100.'
        )
      }
      rules[keyOf(ruleName)] = { name: ruleName, filter, created: now, updated: now }
      return {}
    },
  },

  GetArchiveRule: {
    check: constrain({ analyzerName, ruleName }),
    on: onRule,
    run: ({ account, input }) => ({
      archiveRule: shapeOf(
        theRule(theAnalyzer(account, input.analyzerName), input.ruleName)
      ),
    }),
  },

  ListArchiveRules: {
    check: constrain({ analyzerName }),
    on: onNamed,
    run: ({ account, input }) => {
      const rules = Object.values(theAnalyzer(account, input.analyzerName).rules)
      const { items, more } = pageOf(rules, input)
      return { archiveRules: items.map(shapeOf), ...more }
    },
  },

  UpdateArchiveRule: {
    check: constrain({ analyzerName, ruleName }),
    on: onRule,
    run: ({ account, input, now }) => {
      const rule = theRule(theAnalyzer(account, input.analyzerName), input.ruleName)
      rule.filter = filterOf(input)
      rule.updated = now
      return {}
    },
  },

  DeleteArchiveRule: {
    check: constrain({ analyzerName, ruleName }),
    on: onRule,
    run: ({ account, input }) => {
      const analyzer = theAnalyzer(account, input.analyzerName)
      const { name } = theRule(analyzer, input.ruleName)
      delete analyzer.rules[keyOf(name)]
      return {}
    },
  },

  /** A rule by itself archives what is found after it. */
  ApplyArchiveRule: {
    check: constrain({ analyzerArn, ruleName }),
    on: onArn,
    run: (call) => {
      const { account, input, now } = call
      const analyzer = analyzerByArn(account, input.analyzerArn)
      const { filter } = theRule(analyzer, input.ruleName)
      const findings = Object.values(findingsOf(call, analyzer)).map((finding) =>
        finding.status === 'ACTIVE' && matchesFilter(finding, filter)
          ? { ...finding, status: 'ARCHIVED' as const, updated: now }
          : finding
      )
      analyzer.findings = Object.fromEntries(findings.map((each) => [each.id, each]))
      return {}
    },
  },
} satisfies Partial<OperationTable<AccessAnalyzerOperations>>
