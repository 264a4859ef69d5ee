# A rule about things, beside an equal condition in CEL, for the tests of whole runs.
package things

deny contains sprintf("%s has the size %d, and at most %d is allowed", [input.thing.name, input.thing.size, input.params.most]) if {
	input.thing.type == "disk"
	input.thing.size > input.params.most
}
