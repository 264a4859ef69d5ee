# Rules about buckets, as a bundle that the tests judge beside equal conditions in CEL.
package tollgate

# A set of texts: empty when nothing is wrong.
deny contains sprintf("%s is readable by everybody: its acl is \"%s\"", [input.resource.address, input.resource.values.acl]) if {
	is_bucket
	input.resource.values.acl in data.settings.public_acls
}

deny contains sprintf("%s has no tag %s", [input.resource.address, key]) if {
	is_bucket
	some key in data.settings.required_tags
	object.get(input.resource.values, ["tags", key], "") == ""
}

# A set of objects, as other tools want it.
violations contains {"msg": message, "severity": "high"} if some message in deny

# A boolean.
default allow := false

allow if count(deny) == 0

# A value that is there for buckets only.
versioned := input.resource.values.versioning if is_bucket

# A value that is none of the forms.
how_many := count(deny)

# Two rules for one value: an error of the evaluation for a public bucket.
conflicting := 1 if input.resource.type == "aws_s3_bucket"

conflicting := 2 if input.resource.values.acl == "public-read"

# Work that grows with the cube of a number in the input.
slow contains "found" if {
	some a in numbers.range(1, input.resource.values.size)
	some b in numbers.range(1, input.resource.values.size)
	some c in numbers.range(1, input.resource.values.size)
	(a + b) + c < 0
}

# Text as long as a number in the input says.
large contains concat("", [text | some n in numbers.range(1, input.resource.values.size); text := format_int(n, 10)])

# A rule with parameters.
environment contains sprintf("there is no environment %s", [input.resource.values.environment]) if {
	not input.resource.values.environment in input.params.environments
}

# What the built-in functions of the host make of the input.
summary := {
	"text": sprintf("%5.1f %s", [2.5, input.resource.values.policy]),
	"is_json": json.is_valid(input.resource.values.policy),
	"is_yaml": yaml.is_valid(input.resource.values.policy),
	"yaml": yaml.unmarshal(input.resource.values.policy),
	"again": yaml.marshal({"a": [1, "b"]}),
}

# Text for a form that the host does not know.
quoted := sprintf("%q", [input.resource.type])

is_bucket if regex.match(`^aws_s3_bucket$`, input.resource.type)
