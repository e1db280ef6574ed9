import { allStatements, factsLost, type Remedy } from '@labelport/dataset'
import { entriesText } from '../ledger-text.ts'
import { stepsText } from '../preparation.ts'
import type { Session } from '../session.ts'
import { grouped, type TableColumn, table } from '../table.ts'
import { wrap } from '../wrap.ts'
import type { Rehearsals, RemediedPlan } from './rehearse.ts'

/** Plans for people: a table, then what each would lose and which options lose less. */
export function plansText({ plans, refused, steps }: Rehearsals, session: Session): string {
  const columns: TableColumn[] = [
    { title: 'to' },
    { title: 'kept', align: 'right' },
    { title: 'changed', align: 'right' },
    { title: 'dropped', align: 'right' },
    { title: 'facts lost', align: 'right' },
  ]
  const rows = plans.map((one) => [
    one.format,
    allStatements(one.ledger.kept),
    allStatements(one.ledger.changed),
    allStatements(one.ledger.dropped),
    factsLost(one),
  ])
  const details = plans.map((one) => planText(one, session))
  const not = refused.map(({ format, diagnostic }) => {
    const text = wrap(session.safe(diagnostic.message), session.width, 2)
    return `${format}\n  ${text}\n`
  })
  const ranking = plans.length === 0 ? '' : `${table(columns, rows, session.width)}\n`
  return `${stepsText(steps, session)}${ranking}${[...details, ...not].join('\n')}`
}

function planText({ format, ledger, features, remedies }: RemediedPlan, session: Session): string {
  const lost = features.map(({ feature, effect, count }) => `${feature} ${effect} (${count})`)
  const names = lost.length === 0 ? 'none' : lost.join(', ')
  const kept = wrap(`Features not kept in full: ${names}.`, session.width, 2)
  const helping = remedies.map((one) => `  ${wrap(remedyText(one), session.width, 4)}\n`).join('')
  return `${format}\n${indented(entriesText(ledger.entries, session))}${helping}  ${kept}\n`
}

function remedyText({ option, saves, changed, dropped }: Remedy): string {
  const saved = saves.map(({ type, count, code }) => `${grouped(count)} of type ${type} (${code})`)
  const left = `${grouped(allStatements(dropped))} dropped and ${grouped(allStatements(changed))} changed`
  return `--option ${option} saves ${saved.join(', ')}; with it ${left} in all.`
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ')
}
