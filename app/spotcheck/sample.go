package spotcheck

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"

	"gongkao/data"
)

// The sample follows from population, size and seed alone, in this way, which
// whoever doubts a sample can repeat:
//
//  1. The population is sorted by application, the strata by name (bytes).
//  2. Numbers come from PCG-DXSM (math/rand/v2) started with seed and 0. A number
//     below n is the next 64 bits modulo n, bits below 2⁶⁴ mod n being thrown
//     away, so that no remainder is likelier than another.
//  3. The strata are put in an order by lot: Fisher and Yates, from the last
//     place to the second, each changing places with one up to itself.
//  4. Places are allotted in proportion by largest remainder (see allot); of
//     equal remainders the earlier in the order by lot gets the place.
//  5. In each stratum by name its places are filled: the first with one of all,
//     the second with one of the rest, and so on.
//  6. The sample is sorted by application.
//
// Whether it is the same population is told by its checksum: the first 12 digits
// of the SHA-256 (hex) over one line each of the sorted population, application,
// tab, stratum, newline.

// lot is a source of numbers that nobody chose.
type lot struct{ *rand.PCG }

// below returns a number from 0 to n-1.
func (l lot) below(n int) int {
	bound := uint64(n)
	for {
		if x := l.Uint64(); x >= -bound%bound {
			return int(x % bound)
		}
	}
}

// sample draws so many of a population that is sorted by application.
func sample(population []data.SpotPerson, size int, seed uint64) []data.SpotFinding {
	members := map[string][]data.ApplicationID{}
	for _, p := range population {
		members[p.Stratum] = append(members[p.Stratum], p.Application)
	}
	names := slices.Sorted(maps.Keys(members))
	sizes := make([]int, len(names))
	for i, name := range names {
		sizes[i] = len(members[name])
	}
	l := lot{rand.NewPCG(seed, 0)}
	places := allot(sizes, size, l.order(len(names)))
	var drawn []data.SpotFinding
	for i, name := range names {
		for _, id := range l.pick(members[name], places[i]) {
			drawn = append(drawn, data.SpotFinding{Application: id})
		}
	}
	slices.SortFunc(drawn, func(a, b data.SpotFinding) int { return cmp.Compare(a.Application, b.Application) })
	return drawn
}

// order returns 0 to n-1 in an order by lot.
func (l lot) order(n int) []int {
	order := make([]int, n)
	for i := range order {
		order[i] = i
	}
	for i := n - 1; i > 0; i-- {
		j := l.below(i + 1)
		order[i], order[j] = order[j], order[i]
	}
	return order
}

// pick takes so many of the members; the slice is theirs to disorder.
func (l lot) pick(members []data.ApplicationID, places int) []data.ApplicationID {
	for i := range places {
		j := i + l.below(len(members)-i)
		members[i], members[j] = members[j], members[i]
	}
	return members[:places]
}

// allot divides places over strata of these sizes. Where there is a place for
// each stratum, those whose share is below one get one; the rest is divided in
// proportion over the others. Everybody's share is rounded down, and the places
// left over go to the largest remainders, of equal ones to the earlier in order.
func allot(sizes []int, places int, order []int) []int {
	got := make([]int, len(sizes))
	open := slices.Clone(order) // strata that share in proportion
	people := 0
	for _, n := range sizes {
		people += n
	}
	for places >= len(open) {
		small := slices.DeleteFunc(slices.Clone(open), func(i int) bool { return sizes[i]*places >= people })
		if len(small) == 0 {
			break
		}
		for _, i := range small {
			got[i] = 1
		}
		open = slices.DeleteFunc(open, func(i int) bool { return got[i] == 1 })
		for _, i := range small {
			places, people = places-1, people-sizes[i]
		}
	}
	left := places
	for _, i := range open {
		got[i] = sizes[i] * places / people
		left -= got[i]
	}
	slices.SortStableFunc(open, func(a, b int) int { return cmp.Compare(sizes[b]*places%people, sizes[a]*places%people) })
	for _, i := range open[:left] {
		got[i]++
	}
	return got
}

// sorted is a population as samples are drawn from it.
func sorted(population []data.SpotPerson) []data.SpotPerson {
	return slices.SortedFunc(slices.Values(population), func(a, b data.SpotPerson) int { return cmp.Compare(a.Application, b.Application) })
}

// checksumDigits is how much of the sum is printed: enough that no other
// population can be found to it, and short enough to be compared by eye.
const checksumDigits = 12

// Checksum is the checksum of the population.
func Checksum(check data.SpotCheck) string {
	h := sha256.New()
	for _, p := range sorted(check.Population) {
		fmt.Fprintf(h, "%s\t%s\n", p.Application, p.Stratum)
	}
	return hex.EncodeToString(h.Sum(nil))[:checksumDigits]
}

// Places are where in the population each of the sample stands, from 1; 0: he is
// not in it.
func Places(check data.SpotCheck) []int {
	at := make(map[data.ApplicationID]int, len(check.Population))
	for i, p := range sorted(check.Population) {
		at[p.Application] = i + 1
	}
	places := make([]int, len(check.Sample))
	for i, f := range check.Sample {
		places[i] = at[f.Application]
	}
	return places
}

// Method says how a sample was drawn from its population.
const Method = "按申报编号升序排列，以种子生成随机数（PCG-DXSM），不放回抽取；同一种子、同一总体可重现"

// Repeats reports whether the stored sample is the one that the stored seed draws
// from the stored population.
func Repeats(check data.SpotCheck) bool {
	size, err := Plan{Size: check.Size, Share: check.Share}.sizeOf(len(check.Population))
	if err != nil {
		return false
	}
	again := sample(sorted(check.Population), size, check.Seed)
	return slices.EqualFunc(again, check.Sample, func(a, b data.SpotFinding) bool { return a.Application == b.Application })
}
