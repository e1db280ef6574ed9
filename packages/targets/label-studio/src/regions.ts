import { placeBox } from '@labelport/format'
import {
  type Box,
  type LabelNames,
  type Page,
  type Span,
  type Timestamp,
  textOf,
} from '@labelport/model'
import { listOf, type Region } from './results.ts'
import { spell } from './spell.ts'
import type { UnitScope } from './unit-scope.ts'

/** Adds a label on text. */
export function addSpan(span: Span, scope: UnitScope): Region | undefined {
  const { text, fates, results, controls } = scope
  const placed = text.place(span.target)
  if ('drop' in placed) {
    fates.drop('span', placed.drop, span.id)
    return undefined
  }
  const name = nameIn(scope, 'text').nameOf(span.labelSet, span.label)
  const { value: place, quote, gap } = placed
  const region: Region = {
    id: results.nextId(listOf(span.origin)),
    list: listOf(span.origin),
    object: text.object,
    place,
    more: {},
  }
  const type = text.object === 'dialogue' ? 'paragraphlabels' : 'labels'
  const labels = [controls.label('text', name)]
  controls.use('label')
  results.addToRegion(region, { name: 'label', type }, { text: quote, [type]: labels }, span.origin)
  if (gap) fates.change('span', 'over-hidden', span.id)
  else if (spell(name) !== name) fates.change('span', 'name-respelled', span.id)
  else fates.keep('span')
  return region
}

/** Adds a labeled stretch of a recording. */
export function addTimestamp(stamp: Timestamp, scope: UnitScope): Region | undefined {
  const { kind, fates, results, controls, document } = scope
  if (kind !== 'audio') {
    fates.drop('timestamp', 'no-place', stamp.id)
    return undefined
  }
  const { labelSet = '', label, startMs, endMs, target, origin } = stamp
  const name = label === undefined ? undefined : nameIn(scope, 'text').nameOf(labelSet, label)
  const region: Region = {
    id: results.nextId(listOf(origin)),
    list: listOf(origin),
    object: 'audio',
    place: { start: startMs / 1000, end: endMs / 1000, channel: 0 },
    more: {},
  }
  const labels = name === undefined ? [] : [controls.label('text', name)]
  results.addToRegion(region, { name: 'segment', type: 'labels' }, { labels }, origin)
  if (target !== undefined) addText(region, 'transcription', textOf(document.cells, target), scope)
  if (name === undefined || spell(name) === name) fates.keep('timestamp')
  else fates.change('timestamp', 'name-respelled', stamp.id)
  return region
}

/** Adds the areas of a box; answers about it belong to the first one. */
export function addBox(box: Box, scope: UnitScope): Region | undefined {
  const { kind, pages, fates, results, controls, document, outside } = scope
  if (kind !== 'image' || pages === undefined) {
    fates.drop('box', 'no-place', box.id)
    return undefined
  }
  const name = nameIn(scope, 'box').nameOf(box.labelSet, box.label)
  const { areas, fate } = placeBox(box, name, pages.sized, outside)
  const label = controls.label('box', name)
  let first: Region | undefined
  for (const { page: index, points, bounds, upright } of areas) {
    const page = pages.sized.get(index)
    if (page === undefined) continue
    const { left, top, right, bottom } = bounds
    const place = upright
      ? {
          x: percent(left, page.width),
          y: percent(top, page.height),
          width: percent(right - left, page.width),
          height: percent(bottom - top, page.height),
          rotation: 0,
        }
      : {
          points: points.map(({ x, y }) => [percent(x, page.width), percent(y, page.height)]),
          closed: true,
        }
    const region: Region = {
      id: results.nextId(listOf(box.origin)),
      list: listOf(box.origin),
      object: 'image',
      place,
      more: sizeOf(page, pages.places.get(index) ?? 0),
    }
    const control = upright ? 'rectangle' : 'polygon'
    controls.use(control)
    const type = `${control}labels`
    results.addToRegion(region, { name: control, type }, { [type]: [label] }, box.origin)
    first ??= region
  }
  if (first === undefined) {
    fates.drop('box', fate ?? 'no-shape', box.id)
    return undefined
  }
  if (box.caption !== undefined) addText(first, 'caption', box.caption, scope)
  if (box.target !== undefined) {
    addText(first, 'transcription', textOf(document.cells, box.target), scope)
  }
  if (fate !== undefined) fates.change('box', fate, box.id)
  else if (spell(name) !== name) fates.change('box', 'name-respelled', box.id)
  else fates.keep('box')
  return first
}

function addText(
  region: Region,
  name: 'caption' | 'transcription',
  text: string,
  { results, controls }: UnitScope,
): void {
  controls.use(name)
  results.addToRegion(region, { name, type: 'textarea' }, { text: [text] })
}

function sizeOf({ width, height }: Page, place: number) {
  return { original_width: width, original_height: height, image_rotation: 0, item_index: place }
}

function percent(part: number, whole: number): number {
  return (part / whole) * 100
}

function nameIn({ document, schemas }: UnitScope, appliesTo: 'text' | 'box'): LabelNames {
  return schemas.of(document.schema, appliesTo)
}
