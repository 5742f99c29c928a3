/** From the colour spaces of CSS Color 4 to sRGB, each channel from 0 to 1; the matrices are the specification's. */
type Triple = readonly [number, number, number];

export function fromHsl(hue: number, saturation: number, lightness: number): Triple {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number) => {
    const k = (((offset + hue / 30) % 12) + 12) % 12;
    return lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1));
  };
  return [channel(0), channel(8), channel(4)];
}

export function fromHwb(hue: number, white: number, black: number): Triple {
  const sum = white + black;
  if (sum >= 1) {
    return [white / sum, white / sum, white / sum];
  }
  const [red, green, blue] = fromHsl(hue, 1, 0.5);
  const mixed = (channel: number) => channel * (1 - sum) + white;
  return [mixed(red), mixed(green), mixed(blue)];
}

/** The two axes of a colour that is given by its chroma and hue. */
export function polar(chroma: number, hue: number): [number, number] {
  const angle = (hue * Math.PI) / 180;
  return [chroma * Math.cos(angle), chroma * Math.sin(angle)];
}

export function fromOklab(lightness: number, a: number, b: number): Triple {
  const [l, m, s] = times(OKLAB_TO_CONES, [lightness, a, b]).map((value) => value ** 3) as unknown as Triple;
  return fromLinear(...times(CONES_TO_LINEAR, [l, m, s]));
}

export function fromLab(lightness: number, a: number, b: number): Triple {
  const fy = (lightness + 16) / 116;
  const [fx, fz] = [fy + a / 500, fy - b / 200];
  const back = (f: number) => (f ** 3 > EPSILON ? f ** 3 : (116 * f - 16) / KAPPA);
  const y = lightness > KAPPA * EPSILON ? fy ** 3 : lightness / KAPPA;
  const d50: Triple = [back(fx) * D50[0], y * D50[1], back(fz) * D50[2]];
  return fromLinear(...times(XYZ_TO_LINEAR, times(D50_TO_D65, d50)));
}

export function fromP3(red: number, green: number, blue: number): Triple {
  return fromLinear(...times(XYZ_TO_LINEAR, times(P3_TO_XYZ, [decoded(red), decoded(green), decoded(blue)])));
}

export function fromLinear(red: number, green: number, blue: number): Triple {
  return [encoded(red), encoded(green), encoded(blue)];
}

function encoded(value: number): number {
  return value > 0.0031308 ? 1.055 * value ** (1 / 2.4) - 0.055 : 12.92 * value;
}

function decoded(value: number): number {
  return value > 0.04045 ? ((value + 0.055) / 1.055) ** 2.4 : value / 12.92;
}

function times(matrix: readonly Triple[], [x, y, z]: Triple): Triple {
  return matrix.map(([a, b, c]) => a * x + b * y + c * z) as unknown as Triple;
}

const EPSILON = 216 / 24389;
const KAPPA = 24389 / 27;
const D50: Triple = [0.3457 / 0.3585, 1, (1 - 0.3457 - 0.3585) / 0.3585];
const D50_TO_D65: readonly Triple[] = [
  [0.9554734527042182, -0.023098536874261423, 0.0632593086610217],
  [-0.028369706963208136, 1.0099954580058226, 0.021041398966943008],
  [0.012314001688319899, -0.020507696433477912, 1.3303659366080753],
];
const XYZ_TO_LINEAR: readonly Triple[] = [
  [3.2409699419045226, -1.537383177570094, -0.4986107602930034],
  [-0.9692436362808796, 1.8759675015077202, 0.04155505740717559],
  [0.05563007969699366, -0.20397695888897652, 1.0569715142428786],
];
const P3_TO_XYZ: readonly Triple[] = [
  [0.4865709486482162, 0.26566769316909306, 0.1982172852343625],
  [0.2289745640697488, 0.6917385218365064, 0.079286914093745],
  [0, 0.04511338185890264, 1.043944368900976],
];
const OKLAB_TO_CONES: readonly Triple[] = [
  [1, 0.3963377773761749, 0.2158037573099136],
  [1, -0.1055613458156586, -0.0638541728258133],
  [1, -0.0894841775298119, -1.2914855480194092],
];
const CONES_TO_LINEAR: readonly Triple[] = [
  [4.0767416360759583, -3.3077115392580629, 0.2309699031821043],
  [-1.2684379732850315, 2.6097573492876882, -0.341319376002657],
  [-0.0041960761386756, -0.7034186179359362, 1.7076146940746117],
];
