/** The ids that attributes in here refer to, although no element has them. */
export function danglingIds(container: ParentNode): string[] {
  return ['aria-labelledby', 'aria-describedby', 'for'].flatMap((attribute) =>
    [...container.querySelectorAll(`[${attribute}]`)]
      .flatMap((element) => element.getAttribute(attribute)?.split(' ') ?? [])
      .filter((id) => !document.getElementById(id)),
  )
}
