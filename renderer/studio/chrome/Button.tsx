import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon.tsx'

export interface ButtonProps {
  icon?: IconName
  /** Read out, and shown on hover with its key. */
  label: string
  keys?: string
  /** Shown beside the icon. */
  children?: ReactNode
  /** Of a switch: whether it is on. */
  isOn?: boolean
  isMain?: boolean
  isDisabled?: boolean
  onPress(): void
}

export function Button({
  icon,
  label,
  keys,
  children,
  isOn,
  isMain,
  isDisabled,
  onPress,
}: ButtonProps) {
  return (
    <button
      type="button"
      className={isMain ? 'button main' : 'button'}
      aria-label={label}
      aria-pressed={isOn}
      title={keys ? `${label} (${keys})` : label}
      disabled={isDisabled}
      onClick={onPress}
    >
      {icon && <Icon name={icon} />}
      {children !== undefined && <span>{children}</span>}
    </button>
  )
}
