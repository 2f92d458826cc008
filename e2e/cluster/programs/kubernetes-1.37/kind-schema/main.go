// Prints the shapes of Kubernetes' own kinds, read from the Go types of k8s.io/api: for every field its name in
// JSON, its number in protobuf, its type, and how a strategic merge patch merges it. The training API server reads
// the result, lib/server/training/api-server/schema/kind-schema.json. Made anew, from the folder above, with
//
//	go run ./kind-schema > ../../../../lib/server/training/api-server/schema/kind-schema.json
package main

import (
	"encoding/json"
	"os"
	"reflect"
	"strings"

	apps "k8s.io/api/apps/v1"
	authentication "k8s.io/api/authentication/v1"
	authorization "k8s.io/api/authorization/v1"
	autoscaling "k8s.io/api/autoscaling/v1"
	coordination "k8s.io/api/coordination/v1"
	core "k8s.io/api/core/v1"
	discovery "k8s.io/api/discovery/v1"
	networking "k8s.io/api/networking/v1"
	policy "k8s.io/api/policy/v1"
	rbac "k8s.io/api/rbac/v1"
	meta "k8s.io/apimachinery/pkg/apis/meta/v1"
)

var kinds = map[string][]any{
	"v1": {
		core.ConfigMap{}, core.Endpoints{}, core.Event{}, core.Namespace{}, core.Node{}, core.Pod{}, core.Secret{},
		core.Service{}, core.ServiceAccount{}, meta.DeleteOptions{},
	},
	"apps/v1": {
		apps.ControllerRevision{}, apps.DaemonSet{}, apps.Deployment{}, apps.ReplicaSet{}, apps.StatefulSet{},
	},
	"authentication.k8s.io/v1": {authentication.SelfSubjectReview{}, authentication.TokenReview{}},
	"authorization.k8s.io/v1": {
		authorization.SelfSubjectAccessReview{}, authorization.SelfSubjectRulesReview{},
		authorization.SubjectAccessReview{},
	},
	"autoscaling/v1":         {autoscaling.Scale{}},
	"coordination.k8s.io/v1": {coordination.Lease{}},
	"discovery.k8s.io/v1":    {discovery.EndpointSlice{}},
	"networking.k8s.io/v1":   {networking.Ingress{}, networking.NetworkPolicy{}},
	"policy/v1":              {policy.Eviction{}, policy.PodDisruptionBudget{}},
	"rbac.authorization.k8s.io/v1": {
		rbac.ClusterRole{}, rbac.ClusterRoleBinding{}, rbac.Role{}, rbac.RoleBinding{},
	},
}

// Types whose JSON is not that of their fields.
var special = map[string]string{
	"resource.Quantity":    "Quantity",
	"v1.FieldsV1":          "RawJSON",
	"runtime.RawExtension": "RawJSON",
	"v1.MicroTime":         "MicroTime",
	"v1.Time":              "Time",
	"intstr.IntOrString":   "IntOrString",
}

var types = map[string]map[string]string{}

// `core.v1.Pod` for k8s.io/api/core/v1.Pod; `meta.v1.ObjectMeta` for the types of apimachinery.
func nameOf(t reflect.Type) string {
	parts := strings.Split(t.PkgPath(), "/")
	return strings.Join(append(parts[max(0, len(parts)-2):], t.Name()), ".")
}

func typeOf(t reflect.Type) string {
	if name, found := special[t.String()]; found {
		return name
	}
	switch t.Kind() {
	case reflect.Pointer:
		return typeOf(t.Elem())
	case reflect.Struct:
		name := nameOf(t)
		if _, known := types[name]; !known {
			types[name] = map[string]string{}
			types[name] = fieldsOf(t)
		}
		return name
	case reflect.Slice:
		if t.Elem().Kind() == reflect.Uint8 {
			return "bytes"
		}
		// A list with a name of its own is a message with the one field `items` in protobuf.
		if t.Name() != "" {
			return "list:" + typeOf(t.Elem())
		}
		return "[]" + typeOf(t.Elem())
	case reflect.Map:
		return "map:" + typeOf(t.Elem())
	case reflect.Int32:
		return "int32"
	case reflect.Int64:
		return "int64"
	case reflect.Bool:
		return "bool"
	case reflect.String:
		return "string"
	}
	panic("no way to describe " + t.String())
}

// Flags: i inline, o left out of JSON when zero, p pointer.
func fieldsOf(t reflect.Type) map[string]string {
	fields := map[string]string{}
	for i := range t.NumField() {
		field := t.Field(i)
		tag := field.Tag.Get("protobuf")
		if tag == "" || tag == "-" {
			continue
		}
		proto := strings.Split(tag, ",")
		jsonTag := strings.Split(field.Tag.Get("json"), ",")
		options := strings.Join(jsonTag[1:], ",")
		name := jsonTag[0]
		flags := ""
		if name == "" {
			name = strings.TrimPrefix(proto[len(proto)-1], "name=")
			for _, part := range proto {
				if strings.HasPrefix(part, "name=") {
					name = strings.TrimPrefix(part, "name=")
				}
			}
			flags += "i"
		}
		if strings.Contains(options, "omit") {
			flags += "o"
		}
		if field.Type.Kind() == reflect.Pointer {
			flags += "p"
		}
		row := proto[1] + " " + typeOf(field.Type) + " " + flags
		if strategy := field.Tag.Get("patchStrategy"); strategy != "" {
			row += " " + strategy
			if key := field.Tag.Get("patchMergeKey"); key != "" {
				row += " " + key
			}
		}
		fields[name] = strings.TrimSpace(row)
	}
	return fields
}

func main() {
	named := map[string]string{}
	for version, objects := range kinds {
		for _, object := range objects {
			t := reflect.TypeOf(object)
			named[version+" "+t.Name()] = typeOf(t)
		}
	}
	encoder := json.NewEncoder(os.Stdout)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(map[string]any{"kinds": named, "types": types}); err != nil {
		panic(err)
	}
}
