/** Light or dark: as the system is, until somebody says otherwise; remembered for the next time. */
const kept = localStorage.getItem('groundreel-theme')
if (kept === 'light' || kept === 'dark') document.documentElement.dataset.theme = kept

export function toggleTheme(): void {
  const root = document.documentElement
  const isDark = root.dataset.theme
    ? root.dataset.theme === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches
  root.dataset.theme = isDark ? 'light' : 'dark'
  localStorage.setItem('groundreel-theme', root.dataset.theme)
}
