/**
 * Of the page, for any browser: it draws clips as they are looked for, plays one under the pointer and shows one whole.
 * Texts are only ever set as texts.
 */
export const SCRIPT = `
'use strict'
const cards = JSON.parse(document.getElementById('cards').textContent)
const [grid, end, search, found, one] = ['grid', 'end', 'search', 'found', 'one'].map((id) => document.getElementById(id))
const words = cards.map((card) => [card.id, ...Object.values(card.captions), ...Object.values(card.labels).flat()].join(' ').toLowerCase())
const picked = new Map()
let [shown, drawn] = [cards, 0]

const made = (name, props, ...inner) => {
  const node = Object.assign(document.createElement(name), props)
  node.append(...inner)
  return node
}

function cardOf(card) {
  const media = made('div', { className: 'media' })
  if (card.poster) media.append(made('img', { src: card.poster, alt: '', loading: 'lazy' }))
  const small = [card.labels.template, ...card.labels.camera_motion].filter(Boolean).join(' \\u00b7 ')
  const node = made('button', { className: 'card', type: 'button' }, media, made('p', { textContent: card.captions.default }), made('small', { textContent: small }))
  const play = () => {
    if (media.querySelector('video')) return
    const video = made('video', { src: card.video, muted: true, loop: true, playsInline: true })
    media.append(video)
    video.play().catch(() => {})
  }
  const stop = () => media.querySelector('video')?.remove()
  node.addEventListener('pointerenter', play)
  node.addEventListener('pointerleave', stop)
  node.addEventListener('focus', play)
  node.addEventListener('blur', stop)
  node.addEventListener('click', () => show(card))
  return node
}

function show(card) {
  const list = made('dl', {})
  const add = (name, ...inner) => list.append(made('dt', { textContent: name }), made('dd', {}, ...inner))
  for (const [form, text] of Object.entries(card.captions)) if (text) add(form, text)
  add('tags', ...card.labels.tags.map((tag) => made('span', { className: 'tag', textContent: tag })))
  for (const [name, text] of Object.entries(card.facts)) add(name, text)
  add('id', card.id)
  one.replaceChildren(made('video', { src: card.video, controls: true, loop: true, autoplay: true, muted: true }), list)
  one.showModal()
}
one.addEventListener('click', (event) => event.target === one && one.close())
one.addEventListener('close', () => one.replaceChildren())

const PAGE = 60
function more() {
  if (drawn >= shown.length) return
  grid.append(...shown.slice(drawn, drawn + PAGE).map(cardOf))
  drawn += PAGE
}
new IntersectionObserver(([entry]) => entry.isIntersecting && more(), { rootMargin: '600px' }).observe(end)

function look() {
  const asked = search.value.toLowerCase().split(/\\s+/).filter(Boolean)
  shown = cards.filter((card, i) =>
    asked.every((word) => words[i].includes(word)) &&
    [...picked].every(([column, label]) => [card.labels[column]].flat().includes(label)))
  drawn = 0
  grid.replaceChildren()
  more()
  found.textContent = shown.length + ' of ' + cards.length
}
search.addEventListener('input', look)
for (const button of document.querySelectorAll('aside button'))
  button.addEventListener('click', () => {
    const { column, label } = button.dataset
    const isOn = picked.get(column) === label
    if (isOn) picked.delete(column)
    else picked.set(column, label)
    for (const other of document.querySelectorAll('aside button'))
      if (other.dataset.column === column) other.setAttribute('aria-pressed', String(!isOn && other === button))
    look()
  })
look()
`
