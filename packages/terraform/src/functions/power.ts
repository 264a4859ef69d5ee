/**
 * power computes a power as Go's math library does, which Terraform uses: whole exponents by repeated squaring, so that
 * the last digit is the same. JavaScript's own `**` differs in it.
 */
export function power(base: number, exponent: number): number {
  const special = specialCase(base, exponent);
  if (special !== undefined) return special;
  let [whole, fraction] = split(Math.abs(exponent));
  if (fraction !== 0 && base < 0) return Number.NaN;
  if (whole >= 2 ** 63) {
    if (base === -1) return 1;
    return Math.abs(base) < 1 === exponent > 0 ? 0 : Infinity;
  }
  let mantissa = 1;
  let binary = 0;
  if (fraction !== 0) {
    if (fraction > 0.5) {
      fraction -= 1;
      whole += 1;
    }
    mantissa = Math.exp(fraction * Math.log(base));
  }
  let [factor, factorBinary] = normalize(base);
  for (let rest = whole; rest !== 0; rest = Math.floor(rest / 2)) {
    if (Math.abs(factorBinary) > 1 << 12) {
      // The result cannot but overflow or vanish.
      binary += factorBinary;
      break;
    }
    if (rest % 2 === 1) {
      mantissa *= factor;
      binary += factorBinary;
    }
    factor *= factor;
    factorBinary *= 2;
    if (factor < 0.5) {
      factor += factor;
      factorBinary -= 1;
    }
  }
  if (exponent < 0) {
    mantissa = 1 / mantissa;
    binary = -binary;
  }
  return scale(mantissa, binary);
}

function specialCase(base: number, exponent: number): number | undefined {
  if (exponent === 0 || base === 1) return 1;
  if (exponent === 1) return base;
  if (Number.isNaN(base) || Number.isNaN(exponent)) return Number.NaN;
  if (base === 0 || !Number.isFinite(base) || !Number.isFinite(exponent)) return base ** exponent;
  if (exponent === 0.5) return Math.sqrt(base);
  if (exponent === -0.5) return 1 / Math.sqrt(base);
  return undefined;
}

function split(value: number): [whole: number, fraction: number] {
  const whole = Math.trunc(value);
  return [whole, value - whole];
}

/** value = mantissa · 2^exponent with a mantissa from 0.5 up to 1. */
function normalize(value: number): [mantissa: number, exponent: number] {
  let exponent = Math.max(-1023, Math.floor(Math.log2(Math.abs(value))) + 1);
  let mantissa = value * 2 ** -exponent;
  while (Math.abs(mantissa) < 0.5) {
    mantissa *= 2;
    exponent -= 1;
  }
  while (Math.abs(mantissa) >= 1) {
    mantissa /= 2;
    exponent += 1;
  }
  return [mantissa, exponent];
}

/** mantissa · 2^exponent, rounded once even where the result is close to zero. */
function scale(mantissa: number, exponent: number): number {
  if (mantissa === 0 || !Number.isFinite(mantissa)) return mantissa;
  const [significand, shift] = normalize(mantissa);
  const total = shift + exponent;
  if (total > 1024) return significand < 0 ? -Infinity : Infinity;
  if (total < -1080) return significand < 0 ? -0 : 0;
  return total > -1022 ? significand * 2 * 2 ** (total - 1) : significand * 2 ** 60 * 2 ** (total - 60);
}
