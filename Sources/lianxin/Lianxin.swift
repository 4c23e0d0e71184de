@main struct Lianxin { static func main() {} }
