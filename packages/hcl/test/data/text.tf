locals {
  plain    = "a \"quoted\" \\ backslash\tand\nlines, é \u00e9 \U0001f600 日本"
  empty    = ""
  literal  = "$${not} %%{a template}"
  wrapped  = "${var.a}"
  mixed    = "a-${var.b}-${upper("c")}-$${d}"
  nested   = "x${join("-", [for s in ["a"] : "<${s}>"])}y"
  choice   = "%{ if var.a }yes ${var.b}%{ else }no%{ endif }"
  loop     = "%{ for k, v in var.m }${k}=${v};%{ endfor }"
  stripped = "  ${~ var.a ~}  "
  heredoc  = <<EOT
line ${var.a}
  "indented" \n $${literal}
EOT
  flush    = <<-EOT
    #!/bin/bash
      echo "${var.name}"

    done
  EOT
  script   = <<-EOT
    %{ for s in var.list ~}
    - ${s}
    %{ endfor ~}
  EOT
}
