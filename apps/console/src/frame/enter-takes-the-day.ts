/**
 * Enter in a date picker takes the day that was typed. The browser would also send the form around it, half filled, and no picker
 * keeps it from that; heard last, when the picker has had it.
 */
export function enterTakesTheDay(): void {
  document.addEventListener('keydown', (event) => {
    const inPicker = event.target instanceof Element && event.target.closest('.ant-picker') !== null;
    if (event.key === 'Enter' && inPicker) event.preventDefault();
  });
}
