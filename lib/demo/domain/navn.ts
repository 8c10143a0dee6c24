// Common Norwegian given names by generation and family names of many parts of the country. No list of real persons.
export const KVINNER_ELDRE = (
  'Solveig Gerd Ruth Jorunn Astrid Ingrid Bjørg Randi Turid Aud Liv Else Åse Berit Kari Inger Borghild Gudrun Ragnhild Sigrid ' +
  'Magnhild Torbjørg Kirsten Marit Anne-Marie Eva Reidun Synnøve Oddny Klara Edith Margot Signe Dagny Helga Wenche Grete Gunvor Haldis Elsa'
).split(' ');
export const MENN_ELDRE = (
  'Arvid Magne Oddvar Kåre Odd Arne Reidar Bjarne Sverre Einar Olav Leif Asbjørn Torleif Gunnar Harald Ivar Egil Johan Alf ' +
  'Kjell Per Ragnar Sigurd Trygve Finn Knut Halvor Birger Nils Erling Aksel Torstein Karsten Øystein Håkon Svein Rolf Henry Peder'
).split(' ');
export const KVINNER_YNGRE = (
  'Ida Nora Camilla Linn Silje Maria Hege Monica Trine Stine Ingvild Kristin Marte Julie Amalie Thea Sara Fatima Elena Zofia'
).split(' ');
export const MENN_YNGRE = (
  'Jonas Magnus Kristian Thomas Anders Henrik Sander Espen Stian Morten Fredrik Mathias Tobias Emil Ahmed Daniel Marek Yusuf Simen Vegard'
).split(' ');
export const ETTERNAVN = (
  'Haugland Nordby Tveit Bø Solheim Foss Lien Moen Dahl Berge Vik Strand Haugen Bakken Lund Eide Aasen Solberg Myhre Hagen ' +
  'Brekke Sande Nygård Rønning Fjeld Holm Kvam Sunde Grønli Lunde Myklebust Ødegård Helland Sæther Tangen Rud Fosse Skogen Bråten Hovland ' +
  'Engen Røed Aune Kleppe Stokke Nordal Kolstad Vangen Hammer Skaar Grande Fløysand Hauge Langeland Teigen Nesse Ulvestad Rostad Torvik Åmodt'
).split(' ');
export const VEIER = (
  'Fjordveien Kirkebakken Havnegata Lyngveien Nordsia Skolebakken Bjørkelia Sjøgata Tunet Strandveien Heggelia Storhaugen Øvreveien Moloveien Rognebakken'
).split(' ');
