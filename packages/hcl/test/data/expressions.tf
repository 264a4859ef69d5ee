locals {
  precedence = 1 + 2 * 3 - -4 / 5 % 6
  logic      = var.a && !var.b || var.c == var.d != (var.e >= 1)
  nested     = var.a ? var.b ? 1 : 2 : [3, [4, {}]]
  index      = var.a[0]["k"][var.i].b.0.c
  splat      = [var.a[*].b[0], var.a.*.b.0, var.a[*]]
  calls      = [f(), f(1, 2), f(var.args...), f([1, 2]...)]
  tuples     = [for v in var.l : v]
  objects    = { for k, v in var.m : upper(k) => v... if v != null }
  keys       = { a = 1, "b c" = 2, (var.k) = 3, "${var.k}-x" = 4, d : 5 }
  lines = [
    "a", # one
    "b", /* two */
    // three
    "c",
  ]
  parens = ((1))
  values = [true, false, null, 0, 1.50, 12345678901234567890]
}

bare {}

one "a" {
  b = 1
}

two "a" "b" {
  c {}
  c {
    d = 2
  }
}
