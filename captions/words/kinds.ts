import type { Actor, ActorKind } from '#scenes'

/** What an actor is called when its author gave no noun. */
export interface KindWords {
  en: string
  /** Only when inflection gets it wrong; the same word for stuff such as grass. */
  plural?: string
  /** Its own colour goes without saying unless it is another one: grass and trees are green. */
  usual?: string
  zh: string
  /** The measure word that counts it in Chinese. */
  measure: string
}

export const KIND_WORDS: { [K in ActorKind]: (actor: Extract<Actor, { kind: K }>) => KindWords } = {
  box: () => ({ en: 'box', zh: '方块', measure: '个' }),
  sphere: () => ({ en: 'ball', zh: '球', measure: '个' }),
  cylinder: () => ({ en: 'cylinder', zh: '圆柱', measure: '个' }),
  cone: () => ({ en: 'cone', zh: '圆锥', measure: '个' }),
  capsule: () => ({ en: 'capsule', zh: '胶囊体', measure: '个' }),
  torus: () => ({ en: 'ring', zh: '圆环', measure: '个' }),
  plane: () => ({ en: 'panel', zh: '面板', measure: '块' }),
  ground: () => ({ en: 'ground', zh: '地面', measure: '片', plural: 'ground' }),
  text: () => ({ en: 'sign', zh: '标牌', measure: '块' }),
  person: () => ({ en: 'person', zh: '人', measure: '个', plural: 'people' }),
  dog: () => ({ en: 'dog', zh: '狗', measure: '只' }),
  cat: () => ({ en: 'cat', zh: '猫', measure: '只' }),
  horse: () => ({ en: 'horse', zh: '马', measure: '匹' }),
  deer: ({ antlers }) => ({
    en: antlers ? 'stag' : 'deer',
    plural: antlers ? 'stags' : 'deer',
    zh: antlers ? '雄鹿' : '鹿',
    measure: '头',
  }),
  bird: ({ count }) =>
    count === 1
      ? { en: 'bird', zh: '鸟', measure: '只' }
      : { en: 'flock of birds', plural: 'flocks of birds', zh: '鸟', measure: '群' },
  butterfly: ({ count }) =>
    count === 1
      ? { en: 'butterfly', zh: '蝴蝶', measure: '只' }
      : { en: 'swarm of butterflies', plural: 'swarms of butterflies', zh: '蝴蝶', measure: '群' },
  group: () => ({ en: 'group', zh: '组合', measure: '组' }),
  tree: ({ species }) => ({
    en: { oak: 'tree', birch: 'birch tree', pine: 'pine tree', palm: 'palm tree' }[species],
    zh: { oak: '树', birch: '白桦树', pine: '松树', palm: '棕榈树' }[species],
    measure: '棵',
    usual: 'green',
  }),
  bush: () => ({ en: 'bush', zh: '灌木', measure: '丛', usual: 'green' }),
  grass: () => ({ en: 'grass', zh: '草', measure: '片', plural: 'grass', usual: 'green' }),
  flowers: () => ({ en: 'clump of flowers', zh: '花', measure: '丛', plural: 'clumps of flowers' }),
  rock: () => ({ en: 'rock', zh: '岩石', measure: '块', usual: 'gray' }),
  cactus: () => ({ en: 'cactus', zh: '仙人掌', measure: '株', plural: 'cacti', usual: 'green' }),
  fence: () => ({ en: 'fence', zh: '栅栏', measure: '道' }),
  building: ({ style }) => ({
    en: { brick: 'brick building', plaster: 'building', 'glass-office': 'office building' }[style],
    zh: { brick: '砖楼', plaster: '楼房', 'glass-office': '办公楼' }[style],
    measure: '栋',
  }),
  road: () => ({ en: 'road', zh: '道路', measure: '条' }),
  'street-lamp': () => ({ en: 'street lamp', zh: '路灯', measure: '盏' }),
  bench: () => ({ en: 'bench', zh: '长椅', measure: '张' }),
  'traffic-light': () => ({ en: 'traffic light', zh: '交通信号灯', measure: '个' }),
  hydrant: () => ({ en: 'fire hydrant', zh: '消防栓', measure: '个' }),
  mailbox: () => ({ en: 'mailbox', zh: '邮筒', measure: '个' }),
  'trash-bin': () => ({ en: 'trash can', zh: '垃圾桶', measure: '个' }),
  sign: () => ({ en: 'sign', zh: '招牌', measure: '块' }),
  campfire: () => ({ en: 'campfire', zh: '篝火', measure: '堆' }),
  flame: () => ({ en: 'flame', zh: '火焰', measure: '团' }),
  lantern: () => ({ en: 'lantern', zh: '提灯', measure: '盏' }),
  tent: () => ({ en: 'tent', zh: '帐篷', measure: '顶' }),
  table: ({ form }) => ({
    en: form === 'round' ? 'round table' : 'table',
    zh: form === 'round' ? '圆桌' : '桌子',
    measure: '张',
  }),
  chair: () => ({ en: 'chair', zh: '椅子', measure: '把' }),
  sofa: () => ({ en: 'sofa', zh: '沙发', measure: '张' }),
  bed: () => ({ en: 'bed', zh: '床', measure: '张' }),
  bookshelf: () => ({ en: 'bookshelf', zh: '书架', measure: '个', plural: 'bookshelves' }),
  cupboard: () => ({ en: 'cupboard', zh: '橱柜', measure: '个' }),
  lamp: ({ type }) => ({
    en: { floor: 'floor lamp', table: 'table lamp', ceiling: 'ceiling lamp' }[type],
    zh: { floor: '落地灯', table: '台灯', ceiling: '吊灯' }[type],
    measure: '盏',
  }),
  rug: () => ({ en: 'rug', zh: '地毯', measure: '块' }),
  picture: () => ({ en: 'framed picture', zh: '装饰画', measure: '幅' }),
  clock: () => ({ en: 'wall clock', zh: '挂钟', measure: '个' }),
  fan: ({ type }) => ({
    en: { ceiling: 'ceiling fan', table: 'table fan' }[type],
    zh: { ceiling: '吊扇', table: '台扇' }[type],
    measure: '台',
  }),
  television: () => ({ en: 'television', zh: '电视机', measure: '台' }),
  plant: () => ({ en: 'potted plant', zh: '绿植', measure: '盆', usual: 'green' }),
  room: () => ({ en: 'room', zh: '房间', measure: '间' }),
  mug: () => ({ en: 'mug', zh: '马克杯', measure: '个' }),
  bowl: () => ({ en: 'bowl', zh: '碗', measure: '个' }),
  plate: () => ({ en: 'plate', zh: '盘子', measure: '个' }),
  bottle: () => ({ en: 'bottle', zh: '瓶子', measure: '个' }),
  glass: () => ({ en: 'glass', zh: '玻璃杯', measure: '个' }),
  vase: () => ({ en: 'vase', zh: '花瓶', measure: '个' }),
  teapot: () => ({ en: 'teapot', zh: '茶壶', measure: '把' }),
  book: () => ({ en: 'book', zh: '书', measure: '本' }),
  apple: () => ({ en: 'apple', zh: '苹果', measure: '个' }),
  orange: () => ({ en: 'orange', zh: '橙子', measure: '个', usual: 'orange' }),
  banana: () => ({ en: 'banana', zh: '香蕉', measure: '根', usual: 'yellow' }),
  candle: () => ({ en: 'candle', zh: '蜡烛', measure: '支' }),
  pencil: () => ({ en: 'pencil', zh: '铅笔', measure: '支' }),
  'toy-car': () => ({ en: 'toy car', zh: '玩具车', measure: '辆' }),
  'toy-train': () => ({ en: 'toy train', zh: '玩具火车', measure: '列' }),
  'spinning-top': () => ({ en: 'spinning top', zh: '陀螺', measure: '个' }),
  'bowling-pin': () => ({ en: 'bowling pin', zh: '保龄球瓶', measure: '个' }),
  'billiard-table': () => ({ en: 'billiard table', zh: '台球桌', measure: '张' }),
  cue: () => ({ en: 'billiard cue', zh: '球杆', measure: '根' }),
  pocket: () => ({ en: 'pocket', zh: '球袋', measure: '个' }),
  pond: () => ({ en: 'pond', zh: '池塘', measure: '个' }),
  footpath: () => ({ en: 'footpath', zh: '小径', measure: '条' }),
  pear: () => ({ en: 'pear', zh: '梨', measure: '个' }),
  pineapple: () => ({ en: 'pineapple', zh: '菠萝', measure: '个' }),
  watermelon: () => ({ en: 'watermelon', zh: '西瓜', measure: '个', usual: 'green' }),
  carrot: () => ({ en: 'carrot', zh: '胡萝卜', measure: '根', usual: 'orange' }),
  pumpkin: () => ({ en: 'pumpkin', zh: '南瓜', measure: '个', usual: 'orange' }),
  mushroom: () => ({ en: 'mushroom', zh: '蘑菇', measure: '朵' }),
  bread: () => ({ en: 'loaf of bread', zh: '面包', measure: '个', plural: 'loaves of bread' }),
  cake: () => ({ en: 'cake', zh: '蛋糕', measure: '个' }),
  hamburger: () => ({ en: 'hamburger', zh: '汉堡', measure: '个' }),
  pizza: () => ({ en: 'pizza', zh: '披萨', measure: '张' }),
  cheese: () => ({ en: 'piece of cheese', zh: '奶酪', measure: '块', plural: 'pieces of cheese' }),
  egg: () => ({ en: 'egg', zh: '鸡蛋', measure: '个' }),
  doughnut: () => ({ en: 'doughnut', zh: '甜甜圈', measure: '个' }),
  kettle: () => ({ en: 'kettle', zh: '水壶', measure: '把' }),
  'frying-pan': () => ({ en: 'frying pan', zh: '平底锅', measure: '个' }),
  toaster: () => ({ en: 'toaster', zh: '烤面包机', measure: '台' }),
  spoon: () => ({ en: 'spoon', zh: '勺子', measure: '把' }),
  fork: () => ({ en: 'fork', zh: '叉子', measure: '把' }),
  fridge: () => ({ en: 'refrigerator', zh: '冰箱', measure: '台' }),
  stove: () => ({ en: 'stove', zh: '炉灶', measure: '台' }),
  'washing-machine': () => ({ en: 'washing machine', zh: '洗衣机', measure: '台' }),
  bathtub: () => ({ en: 'bathtub', zh: '浴缸', measure: '个' }),
  ladder: () => ({ en: 'stepladder', zh: '梯子', measure: '把' }),
  suitcase: () => ({ en: 'suitcase', zh: '行李箱', measure: '个' }),
  umbrella: () => ({ en: 'umbrella', zh: '雨伞', measure: '把' }),
  bucket: () => ({ en: 'bucket', zh: '水桶', measure: '个' }),
  barrel: () => ({ en: 'barrel', zh: '木桶', measure: '个' }),
  crate: () => ({ en: 'crate', zh: '木箱', measure: '个' }),
  globe: () => ({ en: 'globe', zh: '地球仪', measure: '个' }),
  hourglass: () => ({ en: 'hourglass', zh: '沙漏', measure: '个', plural: 'hourglasses' }),
  telescope: () => ({ en: 'telescope', zh: '望远镜', measure: '架' }),
  laptop: () => ({ en: 'laptop', zh: '笔记本电脑', measure: '台' }),
  camera: () => ({ en: 'camera', zh: '照相机', measure: '台' }),
  microphone: () => ({ en: 'microphone', zh: '麦克风', measure: '支' }),
  hammer: () => ({ en: 'hammer', zh: '锤子', measure: '把' }),
  key: () => ({ en: 'key', zh: '钥匙', measure: '把' }),
  anchor: () => ({ en: 'anchor', zh: '船锚', measure: '个' }),
  hat: () => ({ en: 'top hat', zh: '礼帽', measure: '顶' }),
  boot: () => ({ en: 'boot', zh: '靴子', measure: '只' }),
  crown: () => ({ en: 'crown', zh: '王冠', measure: '顶' }),
  backpack: () => ({ en: 'backpack', zh: '背包', measure: '个' }),
  wheelbarrow: () => ({ en: 'wheelbarrow', zh: '手推车', measure: '辆' }),
  car: ({ type }) => ({
    en: { sedan: 'car', van: 'van', bus: 'bus', truck: 'truck' }[type],
    zh: { sedan: '轿车', van: '面包车', bus: '公交车', truck: '卡车' }[type],
    measure: '辆',
    ...(type === 'bus' && { plural: 'buses' }),
  }),
}

/** The words of an actor's kind. */
export function kindWords(actor: Actor): KindWords {
  const words = KIND_WORDS[actor.kind] as (actor: Actor) => KindWords // each entry takes its own kind
  return words(actor)
}
