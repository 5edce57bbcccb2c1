/** So many resolved forecasts are the least to speak of calibration: below that the fit follows the noise and calls anybody miscalibrated. */
export const ENOUGH_TO_BAND = 20
