import {
  createTheme,
  type CSSVariablesResolver,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

/** Bone to black. Mantine asks for ten shades; the tokens decide what is seen. */
const BONE: MantineColorsTuple = [
  '#f4f3ef',
  '#dcdad3',
  '#b9bdc6',
  '#9096a2',
  '#5d636e',
  '#444a55',
  '#2a2f38',
  '#262a32',
  '#1b1e24',
  '#131519',
];

const variantColorResolver: VariantColorsResolver = (input) => {
  const primary = input.color === undefined || input.color === 'bone';
  if (primary && input.variant === 'filled') {
    return {
      background: 'var(--primary)',
      hover: 'var(--primary-press)',
      color: 'var(--on-primary)',
      border: '1px solid transparent',
    };
  }
  if (primary && input.variant === 'light') {
    return { background: 'var(--s3)', hover: 'var(--s2)', color: 'var(--text)', border: '1px solid transparent' };
  }
  if (primary && (input.variant === 'subtle' || input.variant === 'transparent')) {
    return { background: 'transparent', hover: 'var(--s2)', color: 'var(--text)', border: '1px solid transparent' };
  }
  return defaultVariantColorsResolver(input);
};

/** Mantine in the look of Noche: Archivo, bone as the primary colour, 44 px controls, no shadows. */
export const theme = createTheme({
  fontFamily: 'var(--font)',
  headings: { fontFamily: 'var(--font)', fontWeight: '650' },
  primaryColor: 'bone',
  primaryShade: { light: 9, dark: 0 },
  colors: { bone: BONE },
  variantColorResolver,
  defaultRadius: 'md',
  radius: { xs: '6px', sm: '8px', md: '12px', lg: '14px', xl: '18px' },
  fontSizes: { xs: '14px', sm: '15px', md: '16px', lg: '18px', xl: '22px' },
  shadows: { xs: 'none', sm: 'none', md: 'none', lg: 'none', xl: 'none' },
  cursorType: 'pointer',
  respectReducedMotion: true,
});

/** The few Mantine variables that colour everything else of Mantine, bound to the tokens (which know dark and light). */
export const cssVariablesResolver: CSSVariablesResolver = () => {
  const bound = {
    '--mantine-color-body': 'var(--canvas)',
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-bright': 'var(--text)',
    '--mantine-color-dimmed': 'var(--text2)',
    '--mantine-color-placeholder': 'var(--text3)',
    '--mantine-color-error': 'var(--bad)',
    '--mantine-color-anchor': 'var(--text)',
    '--mantine-color-default': 'var(--s1)',
    '--mantine-color-default-hover': 'var(--s2)',
    '--mantine-color-default-color': 'var(--text)',
    '--mantine-color-default-border': 'var(--line)',
    '--mantine-color-disabled': 'var(--s2)',
    '--mantine-color-disabled-color': 'var(--text3)',
    '--mantine-color-disabled-border': 'var(--line)',
    '--mantine-primary-color-filled': 'var(--primary)',
    '--mantine-primary-color-filled-hover': 'var(--primary-press)',
    '--mantine-primary-color-contrast': 'var(--on-primary)',
    '--mantine-primary-color-light': 'var(--s3)',
    '--mantine-primary-color-light-hover': 'var(--s2)',
    '--mantine-primary-color-light-color': 'var(--text)',
  };
  return { variables: {}, dark: bound, light: bound };
};
