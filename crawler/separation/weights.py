"""What the measures of a block count: trees of at most three questions, written by benchmarks/separation.

`m3` is the fourth of the numbers that `Evidence.of` measured, `named` and `said` are its bits: `0.2 if m3 <= 0.5 else
-0.1` asks whether that number is at most a half. Each sum is put down to the measure that its trees ask for first:
`NAMES`, in the same order. Do not edit: fit anew.
"""

# fmt: off
NAMES = (
    "block before it: heading",
    "block before it: names",
    "block before it: share of links",
    "block behind it: heading",
    "block behind it: length",
    "block behind it: names",
    "block behind it: share of links",
    "blocks since the body's first",
    "blocks since the title",
    "how often it stands on the page",
    "it ends as a sentence",
    "it follows the title closely",
    "it is a list's item",
    "it is named like a body",
    "it is one of several such headings",
    "it is short and says that it is none of the body's",
    "it reads like running text",
    "it repeats the description",
    "it stands in the body's region",
    "its commas per word",
    "its container: number of blocks",
    "its container: share of the page's running text",
    "its container: share that is running text",
    "its length",
    "its place in its container",
    "its place, from the body's first to its last block",
    "its share of capitals",
    "its share of digits",
    "its share of links",
    "its words",
    "named byline",
    "named caption",
    "named controls",
    "named hidden",
    "named navigation",
    "named page foot",
    "named reading aids",
    "named share bar",
    "says consent",
    "second before it: length",
    "second before it: same kind",
    "second before it: share of links",
    "second behind it: share of links",
    "share of the body before it",
    "share of the body in elements like it",
    "share of the body right beside it",
    "the box around that: number of blocks",
    "the box around that: share of links",
    "the box around that: share of the page's running text",
    "the box around that: share that is running text",
    "the page's data holds a body without it",
)


def add_up(numbers: list[float], named: int, said: int) -> tuple[float, ...]:
    """What each of `NAMES` adds to the logarithm of the odds that the block is the body's."""
    (
        m0, m1, m2, m3, m4, m5, m6, m7, m8, _, _, _, _, _, m14, m15, m16, m17, m18, m19, m20, m21, m22, m23, m24, m25, m26,
        m27, m28, m29, _, m31, _, _, m34, _, m36, m37, m38, m39, m40, m41, m42, m43, m44, _, _, m47, m48, _, m50, _, m52, _,
        _, m55, m56, m57, m58, m59, m60, m61, m62, m63, m64, m65, m66, _, m68, _, _, _, m72, _, _, m75, _,
    ) = numbers
    return (
        # block before it: heading
        (-0.043 if m57 else (0.101 if m20 <= -15.9861 else (0.08 if m27 else -0.002)))
        + (((-0.045 if m39 <= 1.7006 else 0.077) if m7 <= 0.0580178 else -0.074) if m57 else 0.009)
        + (-0.042 if m57 else (0.001 if m24 <= 279.5 else (0.133 if m55 <= 3.81765 else -0.084))),
        # block before it: names
        (-0.078 if m58 else ((-0.185 if m16 else 0.084) if m56 <= 0.801099 else -0.097))
        + ((0.181 if m31 else -0.083) if m58 else (0.076 if m20 <= 0.800172 else -0.03)),
        # block before it: share of links
        (((0.048 if m36 else -0.101) if m66 else 0.085) if m56 <= 0.352607 else -0.105),
        # block behind it: heading
        (-0.06 if m65 else (0.06 if m39 <= 0.89588 else (-0.039 if m39 <= 1.7006 else 0.023)))
        + (-0.047 if m65 else (-0.068 if named & 131072 else (-0.037 if m15 else 0.019)))
        + ((0.028 if m63 <= 3.06778 else (-0.039 if m19 <= 0.89347 else -0.154)) if m65 else 0.007),
        # block behind it: length
        ((-0.009 if m8 <= 29.5 else (0.192 if m8 <= 53.0 else -0.117)) if m63 <= 6.00018 else 0.071)
        + (((-0.013 if m44 <= 0.935593 else 0.031) if m47 <= 6.55465 else -0.117) if m63 <= 6.00018 else 0.06)
        + ((-0.115 if said & 1024 else (-0.011 if m5 <= 0.0245408 else 0.017)) if m63 else -0.135),
        # block behind it: names
        (-0.071 if m66 else (-0.103 if m15 else (0.091 if m42 <= 0.326255 else -0.075))),
        # block behind it: share of links
        (((0.097 if m2 <= 0.192539 else -0.105) if m20 <= 1.0008 else -0.091) if m64 <= 0.348295 else -0.108)
        + ((-0.068 if m15 else (0.056 if m2 <= 0.696288 else -0.118)) if m64 <= 0.895195 else -0.087),
        # blocks since the body's first
        (0.034 if m21 <= 10.5 else (0.101 if m55 <= 1.49787 else (-0.05 if m19 <= 0.909058 else 0.049)))
        + (0.009 if m21 <= 37.5 else (-0.011 if m0 <= 5.80664 else (-0.198 if m44 <= 0.962024 else 0.039)))
        + (-0.061 if m21 <= -47.5 else (0.0 if m1 <= 41.5 else (0.071 if m21 <= 37.5 else -0.035))),
        # blocks since the title
        (-0.077 if m24 <= 0.0 else (0.238 if m21 <= -15.5 else (-0.134 if m16 else 0.016)))
        + ((0.062 if m14 else -0.015) if m24 <= 279.5 else (0.176 if m55 <= 3.81765 else -0.107))
        + (-0.073 if m24 <= 0.0 else (-0.138 if m29 else (0.018 if m7 <= 0.400758 else -0.171)))
        + (((-0.064 if m24 <= 0.0 else 0.044) if m20 <= 0.42901 else -0.031) if m24 <= 229.5 else 0.1)
        + ((-0.07 if m8 <= 31.0 else 0.136) if m24 <= 0.0 else (0.154 if m20 <= -0.93988 else -0.001))
        + ((-0.012 if m43 <= 4.70501 else 0.071) if m24 <= 279.5 else (0.177 if m43 <= 2.67355 else -0.096))
        + (0.012 if m24 <= 46.5 else (-0.058 if m24 <= 157.5 else (0.096 if m41 <= 0.0495977 else -0.084)))
        + (-0.052 if m24 <= -12.5 else ((0.04 if m6 <= 0.237065 else -0.131) if m23 <= 0.4177 else -0.01))
        + ((-0.08 if m21 <= 0.0 else 0.048) if m24 <= 0.0 else (0.01 if m25 <= 10.5 else -0.09))
        + (-0.05 if m24 <= 0.0 else (0.105 if m20 <= -1.04196 else (-0.122 if named & 1024 else 0.001)))
        + ((-0.039 if m24 <= 0.0 else 0.007) if m24 <= 279.5 else (0.121 if m25 <= 10.5 else -0.092))
        + (((0.044 if m24 <= -197.5 else -0.111) if m22 <= -39.5 else 0.028) if m24 <= -22.5 else 0.007),
        # how often it stands on the page
        (((0.048 if m21 <= 19.5 else -0.043) if m7 <= 0.105448 else -0.094) if m8 <= 23.5 else 0.204)
        + ((-0.08 if m15 else (-0.011 if m1 <= 33.5 else 0.063)) if m8 <= 23.5 else 0.164)
        + ((0.01 if m48 <= 0.483804 else -0.056) if m8 <= 29.5 else (0.295 if m8 <= 53.0 else -0.149))
        + ((-0.012 if m5 <= 0.160645 else 0.061) if m8 <= 29.5 else (0.165 if m8 <= 53.0 else -0.074)),
        # it ends as a sentence
        ((0.107 if m22 <= 0.0 else -0.094) if m4 else (-0.026 if m2 <= 0.0226905 else -0.136)),
        # it follows the title closely
        (0.137 if m34 else (0.022 if m52 else (0.023 if m36 else -0.045)))
        + (0.134 if m34 else (0.01 if m48 <= 0.661677 else (-0.052 if m8 <= 1.5 else 0.083))),
        # it is a list's item
        (((0.131 if m20 <= 2.6694 else -0.085) if m44 <= 0.827136 else -0.094) if m14 else -0.011)
        + (((0.103 if m37 <= 0.0338738 else -0.101) if m20 <= 2.6694 else -0.113) if m14 else -0.007),
        # it is named like a body
        (0.018 if m36 else (-0.048 if m55 <= 3.79543 else (0.024 if m22 <= 10.5 else -0.1))),
        # it is one of several such headings
        (0.117 if m27 else ((-0.085 if m24 <= 0.0 else 0.04) if m60 else -0.028))
        + (0.084 if m27 else (0.026 if m7 <= 0.0445152 else (-0.056 if m19 else 0.016)))
        + ((0.114 if m62 else -0.042) if m27 else (0.008 if m44 <= 0.827136 else -0.026)),
        # it is short and says that it is none of the body's
        (-0.157 if m16 else ((-0.169 if named & 16384 else 0.033) if m2 <= 0.0316218 else -0.042))
        + (-0.132 if m16 else (0.041 if m36 else (0.015 if m66 <= 1.5 else -0.072)))
        + (-0.136 if m16 else (0.107 if m27 else (0.129 if m31 else -0.009)))
        + (-0.089 if m16 else ((-0.055 if named & 131072 else 0.009) if m61 else -0.147))
        + (-0.091 if m16 else ((0.039 if m42 <= 0.500139 else -0.028) if m18 <= 0.00239842 else -0.011))
        + (-0.086 if m16 else ((-0.134 if m20 <= 0.500376 else 0.07) if named & 16384 else 0.007)),
        # it reads like running text
        ((0.265 if m17 else -0.077) if m3 else (-0.05 if m17 else -0.18))
        + ((0.19 if m23 <= 0.932907 else -0.062) if m3 else (-0.058 if m2 <= 0.307072 else -0.17)),
        # it repeats the description
        (0.186 if m31 else ((-0.038 if m0 <= 5.64721 else 0.068) if m8 <= 23.5 else 0.227))
        + (0.181 if m31 else ((-0.025 if m26 <= 2.5 else 0.069) if m2 <= 0.0316218 else -0.061))
        + (0.177 if m31 else (-0.057 if m58 else (0.076 if m7 <= 0.0445152 else -0.009)))
        + (0.153 if m31 else ((-0.022 if m43 <= 2.52493 else 0.085) if m7 <= 0.0445152 else -0.023))
        + (0.144 if m31 else (0.016 if m23 <= 0.677691 else (-0.051 if m23 <= 1.6915 else 0.115)))
        + (0.155 if m31 else ((-0.018 if m8 <= 23.5 else 0.127) if m63 <= 5.633 else 0.07))
        + (0.112 if m31 else ((-0.063 if m0 <= 2.86179 else 0.101) if m14 else -0.007))
        + (0.097 if m31 else ((-0.003 if m42 <= 0.188338 else 0.07) if m56 <= 0.304716 else -0.03))
        + (0.086 if m31 else ((0.01 if m40 <= 0.309145 else -0.032) if m40 <= 0.966398 else 0.024))
        + (0.095 if m31 else (0.015 if m60 else (0.116 if m28 else -0.019))),
        # it stands in the body's region
        ((-0.021 if m41 <= 0.191262 else (-0.232 if m16 else 0.144)) if m17 else -0.125),
        # its commas per word
        ((0.007 if m40 <= 0.830908 else -0.06) if m5 <= 0.023953 else (0.131 if m40 <= 0.142265 else 0.017)),
        # its container: number of blocks
        ((-0.013 if m63 <= 3.54085 else 0.075) if m39 <= 0.89588 else (-0.037 if m39 <= 1.7006 else 0.009)),
        # its container: share of the page's running text
        (((-0.132 if m58 else 0.115) if m38 <= 0.0671253 else -0.176) if m37 <= 0.0642146 else 0.206)
        + ((0.273 if m31 else -0.123) if m37 <= 0.0949433 else (0.178 if m2 <= 0.325291 else -0.16)),
        # its container: share that is running text
        (0.041 if m40 <= 0.309145 else ((0.051 if m4 else -0.055) if m25 <= 3.5 else -0.081))
        + (0.035 if m40 <= 0.309145 else ((0.006 if m7 <= 0.107335 else -0.118) if m8 <= 1.5 else -0.147))
        + ((0.055 if m22 <= 21.5 else -0.048) if m40 <= 0.309145 else (-0.003 if m2 <= 0.22053 else -0.093))
        + ((0.001 if m40 <= 0.896494 else (-0.122 if m41 <= 0.904162 else 0.033)) if m40 <= 0.966398 else 0.025),
        # its length
        ((-0.031 if m2 <= 0.0492207 else -0.145) if m0 <= 4.47162 else (0.003 if m18 <= 0.597903 else 0.141))
        + (((-0.185 if m16 else 0.002) if m64 <= 0.818927 else -0.126) if m0 <= 4.8323 else 0.084)
        + (-0.09 if m0 <= 2.8029 else ((0.144 if m40 <= 0.371121 else 0.021) if m22 <= 0.0 else -0.041))
        + (-0.073 if m0 <= 2.8029 else (0.1 if m41 <= 0.00671792 else (-0.05 if m41 <= 0.589554 else 0.026)))
        + ((0.03 if m40 <= 0.309145 else (-0.019 if m8 <= 1.5 else -0.15)) if m0 <= 5.87633 else 0.055)
        + (-0.062 if m0 <= 2.8029 else (0.048 if m19 <= 0.00387715 else (0.024 if m25 <= 3.5 else -0.072)))
        + ((0.021 if m75 else (0.127 if m28 else -0.022)) if m0 <= 6.07189 else 0.067)
        + (((0.111 if m2 <= 0.842928 else -0.015) if m14 else -0.027) if m0 <= 4.76643 else 0.019)
        + ((-0.003 if m44 <= 0.813126 else -0.054) if m0 <= 4.13513 else (0.048 if m21 <= 1.5 else -0.003)),
        # its place in its container
        ((-0.084 if named & 8192 else (0.011 if m7 <= 0.198837 else -0.049)) if m26 <= 108.5 else -0.152)
        + ((-0.006 if m39 <= 4.35026 else (-0.073 if m26 <= 1.5 else 0.096)) if m26 <= 107.5 else -0.129),
        # its place, from the body's first to its last block
        (((-0.073 if m15 else 0.042) if m20 <= 1.0008 else -0.094) if m20 <= 44.2917 else 0.31)
        + ((0.21 if m20 <= -14.7247 else (-0.088 if m15 else 0.004)) if m20 <= 32.2929 else 0.209)
        + ((0.021 if m20 <= 0.706022 else (0.007 if m60 else -0.09)) if m20 <= 44.2917 else 0.192)
        + (0.202 if m20 <= -24.1339 else ((-0.023 if m41 <= 0.589554 else 0.053) if m2 <= 0.0207257 else -0.052))
        + (0.139 if m20 <= -15.9861 else ((0.006 if m20 <= 0.730798 else -0.045) if m20 <= 32.2929 else 0.129))
        + (0.139 if m20 <= -14.7247 else (-0.04 if m58 else (0.028 if m48 <= 0.896874 else -0.059)))
        + ((-0.099 if named & 131072 else (-0.19 if said & 1024 else 0.004)) if m20 <= 27.3542 else 0.134)
        + ((0.122 if m20 <= -63.3542 else (-0.004 if m6 <= 0.237065 else -0.099)) if m20 <= 27.3542 else 0.101)
        + (0.1 if m20 <= -63.3542 else (-0.088 if m21 <= -45.5 else (0.017 if m18 <= 0.0155709 else -0.015))),
        # its share of capitals
        ((0.041 if m68 else (0.158 if m28 else -0.025)) if m7 <= 0.308776 else -0.174)
        + ((-0.06 if m65 else (0.05 if m36 else -0.008)) if m7 <= 0.308776 else -0.156)
        + ((-0.115 if m16 else (-0.131 if named & 1048576 else 0.01)) if m7 <= 0.335417 else -0.154)
        + ((-0.023 if m50 else (0.027 if m56 <= 0.998762 else -0.053)) if m7 <= 0.308776 else -0.126)
        + (((-0.004 if m41 <= 0.57606 else -0.434) if m41 <= 0.589554 else 0.048) if m7 <= 0.0656336 else -0.021)
        + (0.024 if m7 <= 0.0445152 else (-0.001 if m26 <= 8.5 else (-0.127 if m39 <= 3.56943 else 0.011)))
        + ((-0.074 if m29 else 0.004) if m7 <= 0.308776 else (0.033 if m0 <= 3.19846 else -0.17)),
        # its share of digits
        ((-0.191 if said & 1024 else (-0.108 if m16 else 0.012)) if m6 <= 0.237065 else -0.12)
        + ((-0.066 if m24 <= -22.5 else (0.048 if m22 <= -28.5 else -0.003)) if m6 <= 0.237065 else -0.105)
        + ((-0.097 if m29 else (-0.047 if m0 <= 2.8029 else 0.018)) if m6 <= 0.237065 else -0.112),
        # its share of links
        ((-0.057 if m66 else (-0.086 if m15 else 0.127)) if m2 <= 0.307072 else -0.136)
        + ((-0.145 if m16 else (0.086 if m36 else 0.006)) if m2 <= 0.0249678 else -0.072)
        + ((-0.138 if named & 262144 else (0.048 if m56 <= 0.192539 else -0.052)) if m2 <= 0.0371289 else -0.07)
        + (0.005 if m2 <= 0.696288 else ((-0.079 if m0 <= 2.86179 else 0.106) if m0 <= 3.48112 else -0.102)),
        # its words
        ((-0.141 if m66 else (0.052 if m56 <= 0.534524 else -0.134)) if m1 <= 18.5 else 0.12)
        + (((-0.105 if m8 <= 29.5 else 0.357) if m58 else 0.017) if m1 <= 32.5 else 0.095)
        + ((-0.09 if m58 else -0.0) if m1 <= 25.5 else (-0.012 if m39 <= 1.7006 else 0.111))
        + ((0.011 if m60 else -0.049) if m1 <= 25.5 else (-0.022 if m37 <= 0.648185 else 0.109))
        + (-0.01 if m1 <= 32.5 else (0.082 if m36 else (0.044 if m24 <= 28.5 else -0.1))),
        # named byline
        (-0.117 if named & 8192 else ((0.065 if m27 else -0.021) if m5 <= 0.025105 else 0.025)),
        # named caption
        (-0.119 if named & 16384 else (0.135 if m31 else (-0.056 if m24 <= 0.0 else 0.01)))
        + ((-0.17 if m23 <= 0.97964 else 0.131) if named & 16384 else (0.025 if m23 <= 0.438249 else -0.019))
        + (-0.116 if named & 16384 else (-0.108 if named & 1 else (-0.099 if named & 8192 else 0.013)))
        + ((-0.148 if m23 <= 0.97964 else 0.099) if named & 16384 else (-0.092 if named & 1 else 0.007))
        + (-0.108 if named & 16384 else (0.0 if m24 <= 229.5 else (0.165 if m41 <= 0.0495977 else -0.118))),
        # named controls
        (-0.067 if named & 131072 else (0.028 if m60 else (-0.033 if m41 <= 0.589554 else 0.025)))
        + (-0.052 if named & 131072 else (0.022 if m18 <= 0.0146636 else (-0.055 if m18 <= 0.676746 else 0.014)))
        + ((-0.078 if m42 <= 0.399879 else 0.077) if named & 131072 else (0.008 if m7 <= 0.198837 else -0.057)),
        # named hidden
        ((0.131 if m25 <= -7.5 else -0.121) if named & 1 else (-0.097 if named & 8192 else 0.006)),
        # named navigation
        (-0.107 if named & 262144 else (0.052 if m23 <= 0.525125 else (-0.04 if m23 <= 1.84285 else 0.142)))
        + (-0.07 if named & 262144 else ((0.016 if m2 <= 0.696288 else -0.056) if m25 <= 10.5 else -0.121))
        + (-0.062 if named & 262144 else ((0.018 if m4 else -0.015) if m43 <= 4.70501 else 0.071)),
        # named page foot
        (-0.142 if named & 1048576 else ((-0.104 if named & 1 else 0.015) if m7 <= 0.400758 else -0.163))
        + (-0.122 if named & 1048576 else ((0.03 if m18 <= 0.00239842 else -0.007) if m47 <= 6.52356 else -0.122))
        + (-0.111 if named & 1048576 else ((0.111 if m20 <= -63.3542 else -0.002) if m20 <= 44.2917 else 0.119)),
        # named reading aids
        ((0.232 if m22 <= -49.5 else -0.032) if named & 32768 else (-0.01 if m18 <= 0.762054 else 0.018)),
        # named share bar
        (-0.099 if named & 256 else (0.068 if m20 <= -14.7247 else (-0.005 if m63 <= 5.97762 else 0.048))),
        # says consent
        (-0.236 if said & 1024 else (-0.07 if m0 <= 2.8029 else (-0.005 if m37 else 0.074)))
        + (-0.192 if said & 1024 else (-0.057 if m65 else (-0.015 if m41 <= 0.589554 else 0.04)))
        + (-0.166 if said & 1024 else ((-0.095 if m16 else 0.007) if m6 <= 0.201266 else -0.088))
        + (-0.156 if said & 1024 else ((0.024 if m44 <= 0.565047 else -0.034) if m1 <= 25.5 else 0.029))
        + (-0.11 if said & 1024 else (0.031 if m55 <= 2.35024 else (-0.053 if m55 <= 2.67355 else 0.002))),
        # second before it: length
        (((-0.001 if m20 <= 32.2929 else 0.09) if m63 <= 5.94411 else 0.063) if m47 <= 6.49602 else -0.11)
        + (0.005 if m47 <= 6.58755 else (0.026 if m5 <= 0.0132456 else (-0.294 if m62 else 0.015)))
        + ((-0.115 if said & 1024 else (0.014 if m25 <= 7.5 else -0.034)) if m47 <= 6.52356 else -0.086),
        # second before it: same kind
        ((0.064 if m7 <= 0.0445152 else (-0.038 if m37 else 0.062)) if m52 else -0.011),
        # second before it: share of links
        ((-0.06 if m15 else (0.071 if m23 <= 0.872056 else -0.022)) if m48 <= 0.53894 else -0.07)
        + (0.012 if m48 <= 0.275769 else (-0.005 if m23 <= 0.677691 else (-0.099 if m20 <= 32.2929 else 0.119)))
        + ((0.072 if m44 <= 0.0636551 else (0.006 if m2 <= 0.689764 else -0.149)) if m48 <= 0.323859 else -0.034),
        # second behind it: share of links
        ((-0.161 if m16 else (-0.05 if m15 else 0.054)) if m72 <= 0.334331 else -0.069),
        # share of the body before it
        ((0.097 if m4 else -0.026) if m23 <= 0.848942 else (-0.103 if m23 <= 2.26156 else 0.221))
        + ((0.081 if m4 else -0.013) if m23 <= 0.815757 else (-0.085 if m23 <= 2.26156 else 0.22)),
        # share of the body in elements like it
        (((-0.019 if m23 <= 6.52718 else 0.448) if m38 <= 0.128017 else -0.157) if m18 <= 0.186552 else 0.159)
        + (((0.059 if m59 else -0.072) if m56 <= 0.304716 else -0.143) if m18 <= 0.168367 else 0.119),
        # share of the body right beside it
        ((-0.867 if m38 <= 0.0834603 else -0.975) if m19 <= 0.0115842 else (-0.552 if m18 <= 0.204549 else -0.336))
        + ((0.401 if m31 else -0.18) if m19 <= 0.00345195 else (0.125 if m19 <= 0.0992592 else 0.324))
        + ((-0.153 if m8 <= 29.5 else 0.25) if m19 <= 0.00461652 else (0.2 if m22 <= 0.0 else -0.091))
        + (((-0.034 if m8 <= 23.5 else 0.388) if m42 <= 0.12574 else -0.151) if m19 <= 0.0246301 else 0.14)
        + (((0.089 if m22 <= 0.0 else -0.103) if m42 <= 0.12574 else -0.142) if m19 <= 0.0387797 else 0.122)
        + ((0.004 if m25 <= 3.5 else (-0.078 if m41 <= 0.589554 else 0.015)) if m19 else 0.025)
        + (((0.118 if m20 <= 2.35044 else -0.042) if m75 else 0.002) if m19 <= 0.0064403 else -0.018)
        + ((0.057 if m36 else (0.018 if m20 <= 1.78024 else -0.068)) if m19 <= 0.0166986 else -0.014),
        # the box around that: number of blocks
        ((0.0 if m43 <= 4.119 else (-0.227 if m42 <= 0.0386179 else -0.001)) if m43 <= 4.70501 else 0.054),
        # the box around that: share of links
        ((0.093 if m20 <= 1.0008 else (-0.137 if m20 <= 32.2929 else 0.332)) if m42 <= 0.256698 else -0.123),
        # the box around that: share of the page's running text
        (((0.038 if m38 <= 0.274849 else 0.179) if m38 <= 0.905069 else -0.04) if m41 <= 0.0121038 else -0.013),
        # the box around that: share that is running text
        (((0.052 if m21 <= 34.5 else 0.259) if m23 <= 0.920527 else -0.033) if m44 <= 0.468058 else -0.014),
        # the page's data holds a body without it
        (-0.117 if m29 else (0.019 if m19 <= 0.0144436 else (-0.056 if m19 <= 0.76468 else 0.018)))
        + (-0.123 if m29 else ((-0.059 if named & 262144 else 0.011) if m7 <= 0.400758 else -0.137))
        + (-0.095 if m29 else ((-0.002 if m43 <= 4.7749 else 0.089) if m26 <= 107.5 else -0.157))
        + (-0.089 if m29 else (0.0 if m20 <= 44.2917 else (0.175 if m55 <= 2.602 else 0.001))),
    )
