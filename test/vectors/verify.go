// An independent verifier: Go's own checksum-database code over our notes and proofs. Reads one vector a line and answers
// "ok" or "no" for each, in order.
package main

import (
	"bufio"
	"crypto/ed25519"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type vector struct {
	Kind, Key, Note, Leaf, Root, OldRoot string
	Index, Size, Old                     int64
	Proof                                []string
}

// note.NewVerifier knows keys of type 1 alone; a witness signs the second too (C2SP tlog-cosignature, type 4).
type witness struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

func (w witness) Name() string    { return w.name }
func (w witness) KeyHash() uint32 { return w.hash }
func (w witness) Verify(msg, sig []byte) bool {
	if len(sig) != 8+ed25519.SignatureSize {
		return false
	}
	signed := fmt.Sprintf("cosignature/v1\ntime %d\n%s", binary.BigEndian.Uint64(sig), msg)
	return ed25519.Verify(w.key, []byte(signed), sig[8:])
}

func verifier(vkey string) (note.Verifier, error) {
	if v, err := note.NewVerifier(vkey); err == nil {
		return v, nil
	}
	parts := strings.Split(vkey, "+")
	if len(parts) < 3 {
		return nil, fmt.Errorf("no key")
	}
	id, err := strconv.ParseUint(parts[1], 16, 32)
	raw, err2 := base64.StdEncoding.DecodeString(strings.Join(parts[2:], "+"))
	if err != nil || err2 != nil || len(raw) != 33 || raw[0] != 4 {
		return nil, fmt.Errorf("no witness key")
	}
	return witness{parts[0], uint32(id), raw[1:]}, nil
}

func hashes(texts []string) ([]tlog.Hash, error) {
	all := []tlog.Hash{}
	for _, text := range texts {
		h, err := tlog.ParseHash(text)
		if err != nil {
			return nil, err
		}
		all = append(all, h)
	}
	return all, nil
}

func check(v vector) error {
	if v.Kind == "note" {
		key, err := verifier(v.Key)
		if err != nil {
			return err
		}
		_, err = note.Open([]byte(v.Note), note.VerifierList(key))
		return err
	}
	all, err := hashes(append([]string{v.Root, v.Leaf, v.OldRoot}, v.Proof...))
	if err != nil {
		return err
	}
	if v.Kind == "inclusion" {
		return tlog.CheckRecord(tlog.RecordProof(all[3:]), v.Size, all[0], v.Index, all[1])
	}
	return tlog.CheckTree(tlog.TreeProof(all[3:]), v.Size, all[0], v.Old, all[2])
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var v vector
		if err := json.Unmarshal(lines.Bytes(), &v); err != nil {
			panic(err)
		}
		if check(v) == nil {
			fmt.Println("ok")
		} else {
			fmt.Println("no")
		}
	}
}
