# A rule that asks the network, which no gate does: the bundle is refused.
package tollgate

deny contains "the registry does not know it" if {
	http.send({"method": "get", "url": "https://registry.example"}).status_code != 200
}

deny contains "it is too young" if time.now_ns() < 0
